import type { PluginKey } from "../plugin-key.ts";
import { PluginError, reasonOf } from "./plugin-error.ts";

/** The plugin was not started because something it needs, directly or further down, could not be. */
export class PluginBlockedError extends PluginError {
  readonly plugin: PluginKey;
  /** The failed dependency at the root. */
  readonly blockedBy: PluginKey;

  constructor(details: { readonly plugin: PluginKey; readonly blockedBy: PluginKey; readonly cause?: unknown }) {
    const why = details.cause === undefined ? "" : `: ${reasonOf(details.cause)}`;
    super(
      "FLOE_PLUGIN_BLOCKED",
      `Cannot start plugin ${details.plugin}: it needs ${details.blockedBy}, which is not running${why}`,
      { hint: `Mend ${details.blockedBy} first.`, cause: details.cause },
    );
    this.plugin = details.plugin;
    this.blockedBy = details.blockedBy;
  }
}
