import { PluginType } from "floe-core";
import { COMPUTE_CLAUSES } from "../../../../../src/contract/types/compute/compute-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("COMPUTE_CLAUSES", PluginType.COMPUTE, COMPUTE_CLAUSES);
