import { PluginType } from "floe-core";
import { STORE_CLAUSES } from "../../../../../src/contract/types/secrets/store-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("STORE_CLAUSES", PluginType.SECRETS, STORE_CLAUSES);
