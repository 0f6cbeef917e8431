import { PluginType } from "floe-core";
import { ORCHESTRATOR_CLAUSES } from "../../../../../src/contract/types/orchestrator/orchestrator-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("ORCHESTRATOR_CLAUSES", PluginType.ORCHESTRATOR, ORCHESTRATOR_CLAUSES);
