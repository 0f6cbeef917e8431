import type { OrchestratorPlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { probeClauses } from "../../shapes/probe-clauses.ts";
import { sizedClauses } from "../../shapes/sized-clauses.ts";
import { ASSET_CLAUSES } from "./asset-clauses.ts";
import { ENTRY_POINT_CLAUSES } from "./entry-point-clauses.ts";
import { EVENT_CLAUSES } from "./event-clauses.ts";
import { RUN_CLAUSES } from "./run-clauses.ts";
import { SCHEDULE_CLAUSES } from "./schedule-clauses.ts";
import { SERVICE_CLAUSES } from "./service-clauses.ts";

/** What an orchestrator promises besides what every plugin does. */
export const ORCHESTRATOR_CLAUSES: readonly Clause<OrchestratorPlugin>[] = [
  ...ASSET_CLAUSES,
  ...RUN_CLAUSES,
  ...EVENT_CLAUSES,
  ...ENTRY_POINT_CLAUSES,
  ...SCHEDULE_CLAUSES,
  ...SERVICE_CLAUSES,
  ...sizedClauses("orchestrator"),
  ...probeClauses("orchestrator"),
];
