import { BROKEN_RUNS } from "../../../../../src/broken/types/orchestrator/broken-runs.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_RUNS", BROKEN_RUNS);
