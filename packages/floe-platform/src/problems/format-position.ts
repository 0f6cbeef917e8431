import type { SourcePosition } from "../document/source-position.ts";

/** A position as `file:line:column`, as far as it is known; the empty string without a file. */
export function formatPosition({ file, line, column }: SourcePosition): string {
  if (file === undefined) return "";
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
