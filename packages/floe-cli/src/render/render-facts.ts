import type { ColorTheme } from "../output/color-theme.ts";
import { renderTable } from "./render-table.ts";

/** A label, and what there is to say under it, a line each; nothing is said of a label without lines. */
export type Fact = readonly [label: string, lines: readonly string[]];

/** Facts in two columns, their labels dim. */
export function renderFacts(facts: readonly Fact[], theme: ColorTheme): string {
  const rows = facts.flatMap(([label, lines]) => (lines.length === 0 ? [] : [[theme.dim(label), lines.join("\n")]]));
  // A table begins with its titles, and these columns have none.
  return renderTable([{ title: "" }, { title: "" }], rows, theme).split("\n").slice(1).join("\n");
}

/** Why something is not accepted, and what to do; empty where it is, or where one of the verdicts says the same. */
export function reasonLines({ reason, remedy, skipped }: ReasonFacts): readonly string[] {
  if (reason === null || skipped.some(({ message }) => message === reason)) return [];
  return remedy === null ? [reason] : [reason, remedy];
}

interface ReasonFacts {
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly skipped: readonly { readonly message: string }[];
}

/** A verdict of discovery: what was refused where, what was expected and found, and what to do. */
export function skippedLines({ code, message, file, path, expected, found, remedy }: SkippedFacts): readonly string[] {
  return [message, `${code} in ${file}${path === "" ? "" : ` at ${path}`}`, `expected ${expected}; found ${found}`, remedy];
}

interface SkippedFacts {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
}
