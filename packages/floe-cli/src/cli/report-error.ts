import { isPluginError } from "floe-core";
import { errorDocument } from "../json/json-document.ts";
import type { Output } from "../output/output.ts";
import { renderError } from "../render/render-error.ts";
import type { CommonOptions } from "./common-options.ts";
import { ExitCode } from "./exit-code.ts";

/** Where an error is reported, and how. */
export interface ErrorReport {
  /** The command that ended with it. */
  readonly name: string;
  readonly options: Pick<CommonOptions, "cwd" | "verbose">;
  readonly output: Output;
  /** Whether people know already: an interruption is told of when it happens. */
  readonly isTold: boolean;
}

/** What the command line asked for cannot be. */
const USAGE_ERRORS: ReadonlySet<string> = new Set([
  "FLOE_TRANSFORM_NOT_FOUND",
  "FLOE_TRANSFORM_SELECTION",
  "FLOE_CONTRACT_SETUP",
  "FLOE_TESTING_NOT_INSTALLED",
]);

/** Prints an error, as JSON and for people, and answers what the process has to end with. */
export function reportError(error: unknown, { name, options, output, isTold }: ErrorReport): ExitCode {
  output.json(errorDocument(name, error));
  if (!isTold) {
    output.failure(renderError(error, { cwd: options.cwd, verbose: options.verbose, theme: output.errorTheme }));
  }
  if (!isPluginError(error)) return ExitCode.FAILED;
  if (error.code === "FLOE_PLATFORM_INVALID") return ExitCode.INVALID_PLATFORM;
  return USAGE_ERRORS.has(error.code) ? ExitCode.USAGE : ExitCode.FAILED;
}
