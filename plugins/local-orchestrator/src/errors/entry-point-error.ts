import { PluginError } from "floe-core";

/** The engine's entry file cannot be written. Nothing half-written is left behind. */
export class EntryPointError extends PluginError {
  /** The file that was to be written, or the product whose name makes no file name. */
  readonly target: string;

  constructor(details: {
    readonly target: string;
    readonly reason: string;
    readonly hint: string;
    readonly cause?: unknown;
  }) {
    super("FLOE_ORCHESTRATOR_ENTRY_POINT", `Cannot write the entry file ${details.target}: ${details.reason}`, {
      hint: details.hint,
      cause: details.cause,
    });
    this.target = details.target;
  }
}
