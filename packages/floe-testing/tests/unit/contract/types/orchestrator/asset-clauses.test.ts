import { PluginType } from "floe-core";
import { ASSET_CLAUSES } from "../../../../../src/contract/types/orchestrator/asset-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("ASSET_CLAUSES", PluginType.ORCHESTRATOR, ASSET_CLAUSES);
