import { COLOR_MARK_SOURCE } from "./color-mark.ts";

// Besides the control characters those that reverse the order in which the rest of a line is shown.
const SPECIAL = new RegExp(`${COLOR_MARK_SOURCE}|\\r\\n|(?![\\n\\t])[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]`, "gu");

/**
 * A text in which nothing commands a terminal: control characters other than line feed and tab are written
 * as in JSON, `\u001B`. Colour marks stay. Safe twice.
 */
export function escapeControls(text: string): string {
  return text.replace(SPECIAL, (found, code?: string) => (code === undefined ? escaped(found) : found));
}

/** A text as it is written: escaped, with its colour marks turned into what terminals understand. */
export function writtenText(text: string): string {
  return text.replace(SPECIAL, (found, code?: string) => (code === undefined ? escaped(found) : `\u001B[${code}m`));
}

function escaped(found: string): string {
  if (found === "\r\n") return "\n";
  return `\\u${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
