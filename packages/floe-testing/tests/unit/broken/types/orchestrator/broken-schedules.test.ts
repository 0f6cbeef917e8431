import { BROKEN_SCHEDULES } from "../../../../../src/broken/types/orchestrator/broken-schedules.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_SCHEDULES", BROKEN_SCHEDULES);
