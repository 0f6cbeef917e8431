import { PluginType } from "floe-core";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenServices } from "../shared/broken-services.ts";
import { BROKEN_INTERRUPTS } from "./broken-interrupts.ts";
import { BROKEN_MATERIALIZATIONS } from "./broken-materializations.ts";
import { BROKEN_PROFILES } from "./broken-profiles.ts";
import { BROKEN_SESSIONS } from "./broken-sessions.ts";
import { BROKEN_SHARINGS } from "./broken-sharings.ts";
import { BROKEN_TABLES } from "./broken-tables.ts";

/** Compute plugins that break a promise of their type. */
export const BROKEN_COMPUTES: readonly BrokenPlugin[] = Object.freeze([
  ...BROKEN_PROFILES,
  ...brokenServices(PluginType.COMPUTE, "compute"),
  ...BROKEN_TABLES,
  ...BROKEN_SHARINGS,
  ...BROKEN_SESSIONS,
  ...BROKEN_MATERIALIZATIONS,
  ...BROKEN_INTERRUPTS,
]);
