import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/** The plugin cannot be removed while active plugins depend on it. */
export class PluginInUseError extends PluginError {
  readonly plugin: PluginKey;
  /** The active plugins that need it, sorted. */
  readonly dependents: readonly PluginKey[];

  constructor(details: { readonly plugin: PluginKey; readonly dependents: readonly PluginKey[] }) {
    const depend = details.dependents.length === 1 ? "depends" : "depend";
    const reason = `${details.dependents.join(", ")} ${depend} on it`;
    super("FLOE_PLUGIN_IN_USE", `Cannot unregister plugin ${details.plugin}: ${reason}`, {
      hint: "Shut these down first: shutdown() of a plugin stops its dependents too.",
    });
    this.plugin = details.plugin;
    this.dependents = Object.freeze([...details.dependents]);
  }
}
