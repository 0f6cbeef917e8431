import { isPluginError } from "floe-core";
import { PlatformFileError } from "floe-platform";
import type { ColorTheme } from "../output/color-theme.ts";
import { renderProblems } from "./render-problems.ts";

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
  const message = error instanceof Error ? error.message : String(error);
  const hint = isPluginError(error) && error.hint !== "" ? `\n  ${error.hint}` : "";
  return withStack(`${theme.red("error")}: ${message}${hint}`, error, verbose);
}

function withStack(text: string, error: unknown, verbose: boolean): string {
  if (!verbose || !(error instanceof Error)) return text;
  const stacks: string[] = [];
  const seen = new Set<unknown>();
  for (let one: unknown = error; one instanceof Error && !seen.has(one); one = one.cause) {
    seen.add(one);
    if (one.stack !== undefined) stacks.push(one.stack);
  }
  return [text, ...stacks].join("\n");
}
