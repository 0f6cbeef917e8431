import { PluginType } from "floe-core";
import { SCHEDULE_CLAUSES } from "../../../../../src/contract/types/orchestrator/schedule-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("SCHEDULE_CLAUSES", PluginType.ORCHESTRATOR, SCHEDULE_CLAUSES);
