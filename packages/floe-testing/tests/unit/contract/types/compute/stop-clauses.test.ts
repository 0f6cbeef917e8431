import { PluginType } from "floe-core";
import { STOP_CLAUSES } from "../../../../../src/contract/types/compute/stop-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("STOP_CLAUSES", PluginType.COMPUTE, STOP_CLAUSES);
