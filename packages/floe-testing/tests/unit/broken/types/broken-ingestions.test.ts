import { BROKEN_INGESTIONS } from "../../../../src/broken/types/broken-ingestions.ts";
import { expectOutcomes } from "../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_INGESTIONS", BROKEN_INGESTIONS);
