import { BROKEN_BLOCKS } from "../../../../src/broken/manifests/broken-blocks.ts";
import { expectVerdicts } from "../../../support/expect-verdicts.ts";

expectVerdicts("BROKEN_BLOCKS", BROKEN_BLOCKS);
