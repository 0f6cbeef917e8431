import { BROKEN_FILES } from "../../../../src/broken/manifests/broken-files.ts";
import { expectVerdicts } from "../../../support/expect-verdicts.ts";

expectVerdicts("BROKEN_FILES", BROKEN_FILES);
