import path from "node:path";
import { isPluginError } from "floe-core";
import { PlatformFileError } from "floe-platform";
import type { ColorTheme } from "../output/color-theme.ts";
import { renderProblems } from "./render-problems.ts";
import { withStack } from "./with-stack.ts";

/** What to print of an error. */
export interface ErrorRendering {
  readonly cwd: string;
  /** With stack traces, of causes too. */
  readonly verbose: boolean;
  readonly theme: ColorTheme;
}

/** An error for people: what went wrong and what to do; the stack only if asked for. */
export function renderError(error: unknown, { cwd, verbose, theme }: ErrorRendering): string {
  if (error instanceof PlatformFileError) return withStack(renderProblems(error.problems, cwd, theme), error, verbose);
  // As everywhere, paths are shown from the working directory.
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(`${cwd}${path.sep}`, "");
  const hint = isPluginError(error) && error.hint !== "" ? `\n  ${error.hint}` : "";
  return withStack(`${theme.red("error")}: ${message}${hint}`, error, verbose);
}
