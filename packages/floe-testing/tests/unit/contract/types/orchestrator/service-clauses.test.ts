import { PluginType } from "floe-core";
import { SERVICE_CLAUSES } from "../../../../../src/contract/types/orchestrator/service-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("SERVICE_CLAUSES", PluginType.ORCHESTRATOR, SERVICE_CLAUSES);
