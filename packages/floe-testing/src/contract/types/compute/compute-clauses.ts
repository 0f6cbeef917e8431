import type { ComputePlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { probeClauses } from "../../shapes/probe-clauses.ts";
import { sizedClauses } from "../../shapes/sized-clauses.ts";
import { CATALOG_CLAUSES } from "./catalog-clauses.ts";
import { INTERRUPT_CLAUSES } from "./interrupt-clauses.ts";
import { MATERIALIZE_CLAUSES } from "./materialize-clauses.ts";
import { PROFILE_CLAUSES } from "./profile-clauses.ts";
import { SESSION_CLAUSES } from "./session-clauses.ts";
import { SHARING_CLAUSES } from "./sharing-clauses.ts";
import { STOP_CLAUSES } from "./stop-clauses.ts";
import { STREAM_CLAUSES } from "./stream-clauses.ts";
import { TABLE_CLAUSES } from "./table-clauses.ts";

/** What a compute plugin promises besides what every plugin does. */
export const COMPUTE_CLAUSES: readonly Clause<ComputePlugin>[] = Object.freeze([
  ...PROFILE_CLAUSES,
  ...sizedClauses("compute"),
  ...CATALOG_CLAUSES,
  ...probeClauses("compute"),
  ...TABLE_CLAUSES,
  ...SHARING_CLAUSES,
  ...SESSION_CLAUSES,
  ...STREAM_CLAUSES,
  ...MATERIALIZE_CLAUSES,
  ...INTERRUPT_CLAUSES,
  ...STOP_CLAUSES,
]);
