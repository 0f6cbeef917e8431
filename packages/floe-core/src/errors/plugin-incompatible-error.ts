import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/** The plugin was built for a plugin API that this platform does not speak. Its code was not used. */
export class PluginIncompatibleError extends PluginError {
  readonly plugin: PluginKey;
  /** The plugin-API version that the plugin states. */
  readonly requiredVersion: string;
  /** The plugin-API version of this platform. */
  readonly platformVersion: string;
  /** Which side has to move. */
  readonly upgrade: "plugin" | "platform";

  constructor(details: {
    readonly plugin: PluginKey;
    readonly requiredVersion: string;
    readonly platformVersion: string;
    readonly upgrade: "plugin" | "platform";
    readonly reason: string;
    readonly hint?: string;
  }) {
    const hint =
      details.upgrade === "platform"
        ? `Upgrade floe-core to a version whose plugin API is at least ${details.requiredVersion}.`
        : `Upgrade the plugin to a version built for plugin API ${details.platformVersion}.`;
    super("FLOE_PLUGIN_INCOMPATIBLE", `Cannot load plugin ${details.plugin}: ${details.reason}`, {
      hint: details.hint ?? hint,
    });
    this.plugin = details.plugin;
    this.requiredVersion = details.requiredVersion;
    this.platformVersion = details.platformVersion;
    this.upgrade = details.upgrade;
  }
}
