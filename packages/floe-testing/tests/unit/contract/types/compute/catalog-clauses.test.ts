import { PluginType } from "floe-core";
import { CATALOG_CLAUSES } from "../../../../../src/contract/types/compute/catalog-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("CATALOG_CLAUSES", PluginType.COMPUTE, CATALOG_CLAUSES);
