import { BROKEN_SHARINGS } from "../../../../../src/broken/types/compute/broken-sharings.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_SHARINGS", BROKEN_SHARINGS);
