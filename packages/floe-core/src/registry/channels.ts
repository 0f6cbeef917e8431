import { channel, type Channel } from "node:diagnostics_channel";
import type { PluginErrorJson } from "../errors/plugin-error.ts";
import type { HealthStatus } from "../health-status.ts";
import type { PluginKey } from "../plugin-key.ts";

/** What is published on `floe.load`, `floe.configure`, `floe.start`, `floe.stop` and `floe.health`, afterwards. */
export interface PluginEvent {
  readonly key: PluginKey;
  readonly durationMs: number;
  readonly error?: PluginErrorJson;
  /** What the check answered; on `floe.health` only. */
  readonly status?: Required<HealthStatus>;
}

/** The steps that are published. */
export type PublishedStep = "discover" | "load" | "configure" | "start" | "stop" | "health";

/** The `node:diagnostics_channel` channels of floe-core, by the step they report; a discovery's message is its report. */
export const channels: Readonly<Record<PublishedStep, Channel>> = {
  discover: channel("floe.discover"),
  load: channel("floe.load"),
  configure: channel("floe.configure"),
  start: channel("floe.start"),
  stop: channel("floe.stop"),
  health: channel("floe.health"),
};
