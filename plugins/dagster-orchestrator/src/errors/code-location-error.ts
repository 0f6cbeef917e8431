import { PluginError } from "floe-core";

/** The files of the code location cannot be written or read, or something that is not floe's is in their place. */
export class CodeLocationError extends PluginError {
  /** The file or folder, absolute. */
  readonly file: string;

  constructor(details: {
    readonly verb: "read" | "replace" | "write";
    readonly file: string;
    readonly reason: string;
    readonly hint: string;
    readonly cause?: unknown;
  }) {
    super("FLOE_DAGSTER_CODE_LOCATION", `Cannot ${details.verb} ${details.file}: ${details.reason}`, {
      hint: details.hint,
      cause: details.cause,
    });
    this.file = details.file;
  }
}
