import { PluginType } from "floe-core";
import { EVENT_CLAUSES } from "../../../../../src/contract/types/orchestrator/event-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("EVENT_CLAUSES", PluginType.ORCHESTRATOR, EVENT_CLAUSES);
