import { PluginType } from "floe-core";
import { RUN_CLAUSES } from "../../../../../src/contract/types/orchestrator/run-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("RUN_CLAUSES", PluginType.ORCHESTRATOR, RUN_CLAUSES);
