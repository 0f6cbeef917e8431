import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/** The hooks that run under a time limit. */
export type TimedHook = "startup" | "shutdown" | "healthCheck";

const VERB: Readonly<Record<TimedHook, string>> = { startup: "start", shutdown: "stop", healthCheck: "check" };

/** A hook was still running at its time limit. Its signal was aborted; its late result is not used. */
export class PluginTimeoutError extends PluginError {
  readonly plugin: PluginKey;
  readonly hook: TimedHook;
  /** The limit, in milliseconds. */
  readonly limitMs: number;

  constructor(details: { readonly plugin: PluginKey; readonly hook: TimedHook; readonly limitMs: number }) {
    super(
      "FLOE_PLUGIN_TIMEOUT",
      `Cannot ${VERB[details.hook]} plugin ${details.plugin}: ${details.hook} was not done within ${details.limitMs} ms`,
      { hint: `Raise the ${details.hook} limit, or make the hook honour its signal and finish sooner.` },
    );
    this.plugin = details.plugin;
    this.hook = details.hook;
    this.limitMs = details.limitMs;
  }
}
