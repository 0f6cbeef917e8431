import { nearest } from "floe-core";

/** A reference that stands for a value from elsewhere. */
export interface Reference {
  readonly scheme: "env" | "secret";
  readonly name: string;
  /** What to take when the variable is unset or empty; undefined means there is no such value. */
  readonly fallback: string | undefined;
}

/** Something that begins like a reference and is none. */
export interface BadReference {
  /** The text as written. */
  readonly text: string;
  readonly message: string;
  readonly nearest?: string;
  readonly remedy: string;
}

/** One piece of a text: literal, a reference, or a mistake. */
export type TemplatePiece = string | { readonly reference: Reference } | { readonly bad: BadReference };

const OPENING = /\$\$\{|\$\{([^}]*)(\}?)/g;
const VARIABLE = /^env:([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?$/s;
const SECRET = /^secret:(.+)$/s;
const HOW = "Write ${env:NAME}, ${env:NAME:-default} or ${secret:key}; for the characters themselves write $${.";

/**
 * Splits a text at its references: `${env:NAME}`, `${env:NAME:-default}` and `${secret:key}`. `$${` stands
 * for `${` itself. Any other `${` is a mistake rather than text: most such are references with a slip.
 */
export function parseTemplate(text: string): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let end = 0;
  for (const match of text.matchAll(OPENING)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    pieces.push(match[1] === undefined ? "${" : parseReference(match[0], match[1], match[2] === "}"));
  }
  if (end < text.length || pieces.length === 0) pieces.push(text.slice(end));
  return pieces;
}

function parseReference(text: string, body: string, closed: boolean): TemplatePiece {
  if (!closed) return { bad: { text, message: "the reference is not closed", remedy: "End it with }." } };
  const variable = VARIABLE.exec(body);
  if (variable?.[1] !== undefined) return { reference: { scheme: "env", name: variable[1], fallback: variable[2] } };
  const secret = SECRET.exec(body);
  if (secret?.[1] !== undefined) return { reference: { scheme: "secret", name: secret[1], fallback: undefined } };
  return { bad: { text, message: `${text} is not a reference`, remedy: HOW, ...near(body) } };
}

function near(body: string): { nearest?: string } {
  const colon = body.indexOf(":");
  if (colon < 0) return {};
  const scheme = nearest(body.slice(0, colon), ["env", "secret"]);
  return scheme === undefined || body.startsWith(`${scheme}:`) ? {} : { nearest: scheme };
}
