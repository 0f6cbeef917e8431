import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/** Plugins need each other in a circle, so none of them can start first. */
export class CircularDependencyError extends PluginError {
  /** Each a closed path: every plugin needs the next one, and the first is the last. */
  readonly cycles: readonly (readonly PluginKey[])[];

  constructor(details: { readonly verb?: string; readonly cycles: readonly (readonly PluginKey[])[] }) {
    const paths = details.cycles.map((cycle) => cycle.join(" -> ")).join("; ");
    super("FLOE_PLUGIN_CIRCULAR_DEPENDENCY", `Cannot ${details.verb ?? "order"} plugins: they need each other: ${paths}`, {
      hint: "Remove one of the dependencies on each path.",
    });
    this.cycles = Object.freeze(details.cycles.map((cycle) => Object.freeze([...cycle])));
  }
}
