import { BROKEN_MATERIALIZATIONS } from "../../../../../src/broken/types/compute/broken-materializations.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_MATERIALIZATIONS", BROKEN_MATERIALIZATIONS);
