import { PluginType } from "floe-core";
import { TABLE_CLAUSES } from "../../../../../src/contract/types/compute/table-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("TABLE_CLAUSES", PluginType.COMPUTE, TABLE_CLAUSES);
