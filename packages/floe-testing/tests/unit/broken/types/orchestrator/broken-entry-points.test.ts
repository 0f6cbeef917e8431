import { BROKEN_ENTRY_POINTS } from "../../../../../src/broken/types/orchestrator/broken-entry-points.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_ENTRY_POINTS", BROKEN_ENTRY_POINTS);
