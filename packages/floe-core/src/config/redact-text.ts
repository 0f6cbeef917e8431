import { SECRET_MASK } from "./secret-value.ts";

/** Shorter secrets occur inside of ordinary words, so they are only masked where they stand alone. */
const SHORTEST_INSIDE_WORDS = 4;

/**
 * Longer ones, such as keys and certificates, are searched for as they are: V8 takes seconds for large patterns,
 * and refuses those with more than some 32,000 characters in a row with an error that quotes them.
 */
const LONGEST_IN_PATTERN = 256;

/** Masks a fixed list of secrets in one text after another. */
export interface Redactor {
  /** `text` with every secret in it replaced by `[secret]`. */
  redact(text: string): string;
  holdsSecret(text: string): boolean;
}

/**
 * Masks every occurrence of `secrets` in `text`, as {@link redactorFor} does.
 */
export function redactText(text: string, secrets: readonly string[]): string {
  return redactorFor(secrets).redact(text);
}

/**
 * Masks these secrets in one text after another: as they are, as JSON writes them, also as a text inside of
 * JSON, and as URLs and web forms do. Secrets of fewer than four characters are masked where no letter or digit
 * is next to them. What was encoded otherwise is not recognised, as base64 is not: in `user:secret`, as HTTP
 * sends it, the same secret looks different behind each user.
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
  const sorted = [...spellings].sort((a, b) => b.length - a.length);
  const long = sorted.filter((spelling) => spelling.length > LONGEST_IN_PATTERN);
  const pattern = sorted.slice(long.length).map(patternOf).join("|");
  // An empty pattern would match everywhere.
  const first = pattern === "" ? undefined : new RegExp(pattern);
  const every = new RegExp(pattern, "g");
  const redactPiece = (piece: string): string => (first === undefined ? piece : piece.replaceAll(every, SECRET_MASK));
  return {
    // Between the long ones: a secret may be a part of the mask.
    redact: (text) => splitAt(long, text).map(redactPiece).join(SECRET_MASK),
    holdsSecret: (text) => first?.test(text) === true || long.some((spelling) => text.includes(spelling)),
  };
}

/** What is left of `text` before, between and behind the `separators`. */
function splitAt(separators: readonly string[], text: string): readonly string[] {
  return separators.reduce<readonly string[]>((pieces, separator) => pieces.flatMap((piece) => piece.split(separator)), [text]);
}

/** Each way in which `secret` may be written, once: as it is, in JSON, in JSON inside of JSON, in a URL. */
export function spellingsOf(secret: string): string[] {
  // Neither JSON nor a URL writes these any other way.
  if (/^[A-Za-z0-9_.-]*$/.test(secret)) return [secret];
  const inJson = insideJson(secret);
  const inUrls = URL_SETS.map((encoded) => secret.replace(encoded, percentEncode));
  const inForm = new URLSearchParams([["", secret]]).toString().slice(1);
  return [...new Set([secret, inJson, insideJson(inJson), ...inUrls, inForm, ...encodedUris(secret)])];
}

/**
 * What is written in percents within a URL besides `"`, `<`, `>` and all that is not visible ASCII: in a
 * fragment, in a query (of the web's schemes, too), in a path (as newer platforms do, too), in a user or password.
 */
const URL_SETS = ["`", "#", "#'", "#?`{}", "#?^`{}", "#?^`{}/:;=@[\\]|"].map(
  (signs) => new RegExp(`[^!-~]|["<>${signs.replace(/[\\\]^]/g, "\\$&")}]`, "gu"),
);

function percentEncode(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

function encodedUris(secret: string): string[] {
  try {
    const encoded = [encodeURIComponent(secret), encodeURI(secret)];
    // The query of a URL also encodes a sign that they leave as it is.
    return [...encoded, ...encoded.map((uri) => uri.replaceAll("'", "%27"))];
  } catch {
    // Half a surrogate pair: neither function takes it.
    return [];
  }
}

function insideJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function patternOf(text: string): string {
  const literal = text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return text.length < SHORTEST_INSIDE_WORDS ? `(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])` : literal;
}
