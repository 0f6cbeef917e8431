import { PluginType } from "floe-core";
import { ENTRY_POINT_CLAUSES } from "../../../../../src/contract/types/orchestrator/entry-point-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("ENTRY_POINT_CLAUSES", PluginType.ORCHESTRATOR, ENTRY_POINT_CLAUSES);
