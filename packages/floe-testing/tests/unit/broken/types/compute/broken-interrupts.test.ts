import { BROKEN_INTERRUPTS } from "../../../../../src/broken/types/compute/broken-interrupts.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_INTERRUPTS", BROKEN_INTERRUPTS);
