import type { PluginKey } from "../plugin-key.ts";
import { PluginError, reasonOf } from "./plugin-error.ts";

/** Where loading stopped; `resolve` means that the file vanished after it was discovered. */
export type LoadStage = "resolve" | "import" | "export" | "construct";

/** The plugin's module could not be turned into an instance. Remembered: a module is evaluated once per process. */
export class PluginLoadError extends PluginError {
  readonly plugin: PluginKey;
  /** `"<file>#<export>"`. */
  readonly entryPoint: string;
  readonly stage: LoadStage;

  constructor(details: {
    readonly plugin: PluginKey;
    readonly entryPoint: string;
    readonly stage: LoadStage;
    readonly reason?: string;
    readonly cause?: unknown;
    readonly hint?: string;
  }) {
    const reason = details.reason ?? reasonOf(details.cause);
    super("FLOE_PLUGIN_LOAD", `Cannot load plugin ${details.plugin}: ${STAGE_TEXT[details.stage]}: ${reason}`, {
      hint: details.hint ?? STAGE_HINT[details.stage],
      cause: details.cause,
    });
    this.plugin = details.plugin;
    this.entryPoint = details.entryPoint;
    this.stage = details.stage;
  }
}

const STAGE_TEXT: Readonly<Record<LoadStage, string>> = {
  resolve: "its file is gone",
  import: "its module failed to import",
  export: "its module has no such export",
  construct: "its class could not be constructed",
};

const STAGE_HINT: Readonly<Record<LoadStage, string>> = {
  resolve: "Reinstall or rebuild the package, then call rediscover().",
  import: "Mend the module, or reinstall the package, and start a new process.",
  export: "Correct the part after '#' in the package's floe block, or export the class under that name.",
  construct: "The constructor is called without arguments and must not throw; do real work in startup().",
};
