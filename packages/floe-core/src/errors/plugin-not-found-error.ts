import { PluginError } from "./plugin-error.ts";

/** Why a plugin that is installed was not picked up. */
export interface SkippedReason {
  readonly code: string;
  readonly package: string;
  readonly file: string;
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** No plugin of this type and name is registered or was discovered. */
export class PluginNotFoundError extends PluginError {
  readonly pluginType: string;
  readonly pluginName: string;
  /** Names that exist for this type, sorted; for an unknown type, the types that exist. */
  readonly available: readonly string[];
  /** The available name most like the one asked for, if one is near. */
  readonly nearest: string | undefined;
  /** The verdict of discovery, if it saw the plugin and skipped it. */
  readonly skipped: SkippedReason | undefined;

  constructor(details: {
    readonly verb?: string;
    readonly pluginType: string;
    readonly pluginName: string;
    readonly available: readonly string[];
    readonly nearest?: string | undefined;
    readonly skipped?: SkippedReason | undefined;
    readonly hint?: string;
  }) {
    const { pluginType, pluginName, available, skipped } = details;
    const reason =
      skipped === undefined
        ? available.length === 0
          ? "none is known"
          : `known are ${available.slice(0, 20).join(", ")}${available.length > 20 ? ", ..." : ""}`
        : skipped.message;
    super("FLOE_PLUGIN_NOT_FOUND", `Cannot ${details.verb ?? "find"} plugin ${pluginType}:${pluginName}: ${reason}`, {
      hint: details.hint ?? hintFor(details.nearest, skipped),
    });
    this.pluginType = pluginType;
    this.pluginName = pluginName;
    this.available = Object.freeze([...available]);
    this.nearest = details.nearest;
    this.skipped = skipped;
  }
}

function hintFor(nearest: string | undefined, skipped: SkippedReason | undefined): string {
  if (skipped !== undefined) return skipped.remedy;
  if (nearest !== undefined) return `Did you mean "${nearest}"?`;
  return "Install the package that provides it and make it a dependency of the application.";
}
