import { BROKEN_VALUES } from "../../../../src/broken/manifests/broken-values.ts";
import { expectVerdicts } from "../../../support/expect-verdicts.ts";

expectVerdicts("BROKEN_VALUES", BROKEN_VALUES);
