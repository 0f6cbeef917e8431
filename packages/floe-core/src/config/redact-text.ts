import { SECRET_MASK } from "./secret-value.ts";

/** Shorter secrets occur inside of ordinary words, so they are only masked where they stand alone. */
const SHORTEST_INSIDE_WORDS = 4;

/** Masks a fixed list of secrets in one text after another. */
export interface Redactor {
  /** `text` with every secret in it replaced by `[secret]`. */
  redact(text: string): string;
  holdsSecret(text: string): boolean;
}

/**
 * Masks every occurrence of `secrets` in `text`: as they are, as JSON writes them and as URLs do. Secrets
 * of fewer than four characters are masked where no letter or digit is next to them.
 */
export function redactText(text: string, secrets: readonly string[]): string {
  return redactorFor(secrets).redact(text);
}

/**
 * Masks these secrets in one text after another: as they are, as JSON writes them and as URLs do. Secrets of
 * fewer than four characters are masked where no letter or digit is next to them.
 *
 * @example
 * ```ts
 * import { redactorFor } from "floe-core";
 *
 * const redactor = redactorFor(["correct horse"]);
 * console.log(redactor.redact("no access with correct horse")); // no access with [secret]
 * ```
 */
export function redactorFor(secrets: readonly string[]): Redactor {
  const spellings = new Set(secrets.flatMap(spellingsOf));
  spellings.delete("");
  if (spellings.size === 0) return { redact: (text) => text, holdsSecret: () => false };
  // The longest first: of two secrets one may begin with the other.
  const pattern = [...spellings].sort((a, b) => b.length - a.length).map(patternOf).join("|");
  const first = new RegExp(pattern);
  const all = new RegExp(pattern, "g");
  return {
    redact: (text) => text.replace(all, SECRET_MASK),
    holdsSecret: (text) => first.test(text),
  };
}

/** The ways in which `secret` may be written: as it is, inside of JSON, inside of a URL. */
export function spellingsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  try {
    return [secret, inJson, encodeURIComponent(secret)];
  } catch {
    // Half a surrogate pair: it is in no URL.
    return [secret, inJson];
  }
}

function patternOf(text: string): string {
  const literal = text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return text.length < SHORTEST_INSIDE_WORDS ? `(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])` : literal;
}
