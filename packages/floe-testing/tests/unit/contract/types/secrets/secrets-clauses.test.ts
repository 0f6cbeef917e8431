import { PluginType } from "floe-core";
import { SECRETS_CLAUSES } from "../../../../../src/contract/types/secrets/secrets-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("SECRETS_CLAUSES", PluginType.SECRETS, SECRETS_CLAUSES);
