import { PluginType } from "floe-core";
import { MATERIALIZE_CLAUSES } from "../../../../../src/contract/types/compute/materialize-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("MATERIALIZE_CLAUSES", PluginType.COMPUTE, MATERIALIZE_CLAUSES);
