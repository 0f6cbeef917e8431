import { PluginError } from "floe-core";

/** The command line is not one that floe understands. */
export class UsageError extends PluginError {
  /** @param message As it was printed. */
  constructor(message: string) {
    super("FLOE_USAGE", message.replace(/^error: /, ""), { hint: "See floe help." });
  }
}
