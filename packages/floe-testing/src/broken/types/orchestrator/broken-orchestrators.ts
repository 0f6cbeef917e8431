import { PluginType } from "floe-core";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenServices } from "../shared/broken-services.ts";
import { BROKEN_ASSETS } from "./broken-assets.ts";
import { BROKEN_ENTRY_POINTS } from "./broken-entry-points.ts";
import { BROKEN_RUNS } from "./broken-runs.ts";
import { BROKEN_SCHEDULES } from "./broken-schedules.ts";

/** Orchestrators that break a promise of their type. */
export const BROKEN_ORCHESTRATORS: readonly BrokenPlugin[] = Object.freeze([
  ...BROKEN_ASSETS,
  ...BROKEN_RUNS,
  ...BROKEN_ENTRY_POINTS,
  ...BROKEN_SCHEDULES,
  ...brokenServices(PluginType.ORCHESTRATOR, "orchestrator"),
]);
