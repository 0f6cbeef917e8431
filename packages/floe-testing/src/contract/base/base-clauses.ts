import type { Clause } from "../clause.ts";
import { CONFIGURATION_CLAUSES } from "./configuration-clauses.ts";
import { GUEST_CLAUSES } from "./guest-clauses.ts";
import { HEALTH_CLAUSES } from "./health-clauses.ts";
import { LIFECYCLE_CLAUSES } from "./lifecycle-clauses.ts";
import { LOAD_CLAUSES } from "./load-clauses.ts";
import { SCHEMA_CLAUSES } from "./schema-clauses.ts";
import { SHUTDOWN_CLAUSES } from "./shutdown-clauses.ts";
import { STARTUP_CLAUSES } from "./startup-clauses.ts";

/** What every plugin promises, whatever its type, except for what only its package can show. */
export const BASE_CLAUSES: readonly Clause[] = Object.freeze([
  ...LOAD_CLAUSES,
  ...SCHEMA_CLAUSES,
  ...CONFIGURATION_CLAUSES,
  ...STARTUP_CLAUSES,
  ...HEALTH_CLAUSES,
  ...SHUTDOWN_CLAUSES,
  ...GUEST_CLAUSES,
  ...LIFECYCLE_CLAUSES,
]);
