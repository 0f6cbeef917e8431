import { PluginType } from "floe-core";
import { AUDIT_CLAUSES } from "../../../../../src/contract/types/secrets/audit-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("AUDIT_CLAUSES", PluginType.SECRETS, AUDIT_CLAUSES);
