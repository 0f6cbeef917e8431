import { typeName } from "../text/type-name.ts";

/** Control, format and separator characters and lone surrogates: what could forge or hide output. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Most texts are plain ASCII, for which the pattern above, slow to compile, is not needed. */
const PLAIN = /^[ -~]*$/;

/** How much of an untrusted text a verdict shows, in UTF-16 code units. */
export const SHOWN_LENGTH = 80;

/** `text` with what cannot be printed as `\u{...}`, cut with an ellipsis so that it has at most `limit` characters. */
export function printable(text: string, limit: number = SHOWN_LENGTH): string {
  if (text.length <= limit && PLAIN.test(text)) return text;
  let shown = "";
  let short = "";
  for (const character of text.slice(0, limit + 1)) {
    const piece = UNPRINTABLE.test(character) ? escaped(character) : character;
    if (shown.length + piece.length > limit) return `${short}...`;
    shown += piece;
    if (shown.length <= limit - 3) short = shown;
  }
  return shown;
}

/** A JSON value in at most 80 characters: a text in quotes, a literal, or the kind of what is larger. */
export function showValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `"${printable(value, SHOWN_LENGTH - 2)}"`;
    case "undefined":
      return "nothing";
    case "object":
      if (value === null) return "null";
      return typeName(value) === "array" ? "an array" : "an object";
    case "number":
    case "boolean":
      return String(value);
    case "bigint":
    case "symbol":
    case "function":
      return `a ${typeof value}`;
  }
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
