import type { PluginKey } from "../plugin-key.ts";
import { PluginError, reasonOf } from "./plugin-error.ts";

/** The plugin's `shutdown` failed. Every other plugin was stopped all the same. */
export class PluginShutdownError extends PluginError {
  readonly plugin: PluginKey;

  constructor(details: { readonly plugin: PluginKey; readonly reason?: string; readonly cause?: unknown }) {
    super("FLOE_PLUGIN_SHUTDOWN", `Cannot stop plugin ${details.plugin}: ${details.reason ?? reasonOf(details.cause)}`, {
      hint: "What the plugin held may still be held: look at the cause.",
      cause: details.cause,
    });
    this.plugin = details.plugin;
  }
}
