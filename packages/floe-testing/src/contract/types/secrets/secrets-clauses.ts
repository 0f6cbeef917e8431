import type { SecretsPlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { AUDIT_CLAUSES } from "./audit-clauses.ts";
import { STORE_CLAUSES } from "./store-clauses.ts";

/** What a secrets plugin promises besides what every plugin does. */
export const SECRETS_CLAUSES: readonly Clause<SecretsPlugin>[] = Object.freeze([...STORE_CLAUSES, ...AUDIT_CLAUSES]);
