import { PluginError } from "floe-core";

/** A result could not be written to the file that was asked for. What the file held before is untouched. */
export class OutputFileError extends PluginError {
  /** Absolute. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super("FLOE_OUTPUT_UNWRITABLE", `Cannot write ${file}: ${reasonOf(cause)}`, {
      hint: "Name a file in a folder that exists and can be written to.",
      cause,
    });
    this.file = file;
  }
}

/** Without the call and the path, which name a temporary file. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return /^(E[A-Z]+: [^,]+), /.exec(message)?.[1] ?? message;
}
