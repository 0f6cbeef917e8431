import type { PluginKey } from "../plugin-key.ts";
import { PluginError, reasonOf } from "./plugin-error.ts";

/** The plugin's `startup` failed, or was given up before it was done. */
export class PluginStartupError extends PluginError {
  readonly plugin: PluginKey;
  /** Why the `shutdown` that follows a failed start failed as well, if it did. */
  readonly cleanupFailure: string | undefined;

  constructor(details: {
    readonly plugin: PluginKey;
    readonly reason?: string;
    readonly cause?: unknown;
    readonly cleanupFailure?: string | undefined;
    readonly hint?: string;
  }) {
    const also = details.cleanupFailure === undefined ? "" : `; its shutdown then failed too: ${details.cleanupFailure}`;
    const reason = `${details.reason ?? reasonOf(details.cause)}${also}`;
    super("FLOE_PLUGIN_STARTUP", `Cannot start plugin ${details.plugin}: ${reason}`, {
      hint: details.hint ?? "Mend the cause and activate it again; what depends on it was not started.",
      cause: details.cause,
    });
    this.plugin = details.plugin;
    this.cleanupFailure = details.cleanupFailure;
  }
}
