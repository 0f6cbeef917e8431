import { PluginError } from "floe-core";

/** A product without transforms was to be run, and it selects no orchestrator that might know better. */
export class NothingToRunError extends PluginError {
  constructor(product: string) {
    super("FLOE_PLATFORM_NOTHING_TO_RUN", `Cannot run ${product}: it has no transforms`, {
      hint: "Name a folder of .sql files under transforms in the platform file.",
    });
  }
}
