import { isDeepStrictEqual } from "node:util";
import { parse } from "dotenv";

/*
 * Dotenv's own pattern of an assignment, in parts that together are the whole match: before, name, separator,
 * value, after. Dotenv answers values only, and a change has to know where they stand.
 */
const ASSIGNMENT =
  /^(\s*(?:export\s+)?)([\w.-]+)(\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]*[^#\s])?(\s*(?:#.*)?)$/gm;

/** The variables of a dotenv file, as dotenv reads them. */
export function parseVariables(content: string | Buffer): ReadonlyMap<string, string> {
  return new Map(Object.entries(parse(content)));
}

/** The number, from 1, of the first line that is neither part of an assignment nor a comment; undefined if none is. */
export function findStrayLine(text: string): number | undefined {
  const rest = text.replace(ASSIGNMENT, (whole) => whole.replace(/[^\n]/g, ""));
  const index = rest.split("\n").findIndex((line) => !/^\s*(?:#|$)/.test(line));
  return index === -1 ? undefined : index + 1;
}

/**
 * A dotenv file with one variable set: in its place, or at the end if it is new. All else stays as it is, to the
 * byte. Undefined if dotenv would not read exactly this value, and all others as before, whichever way it is written.
 */
export function setVariable(text: string, name: string, value: string): Buffer | undefined {
  const before = parseVariables(text);
  const wanted = new Map(before).set(name, value);
  const assign = before.has(name) ? replaceValue : appendVariable;
  return writings(value)
    .map((written) => Buffer.from(assign(text, name, written)))
    .find((content) => isDeepStrictEqual(parseVariables(content), wanted));
}

/**
 * How a value may be written, the most portable way first, each read the same whatever follows it. Dotenv knows no
 * escapes but \n and \r between double quotes, and reads a bare carriage return as a line feed.
 */
function writings(value: string): readonly string[] {
  const quotes = ["'", "`", '"'].filter((quote) => !value.includes(quote) && !value.endsWith("\\"));
  const quoted = quotes.map((quote) => quote + (quote === '"' ? value.replaceAll("\r", "\\r") : value) + quote);
  return /^['"`]/.test(value) ? quoted : [...quoted, value];
}

function replaceValue(text: string, name: string, written: string): string {
  return text.replace(ASSIGNMENT, (whole, before: string, stated: string, separator: string, _old, after: string) =>
    stated === name ? before + stated + separator + written + after : whole,
  );
}

function appendVariable(text: string, name: string, written: string): string {
  const lineEnd = text === "" || text.endsWith("\n") ? "" : "\n";
  return `${text}${lineEnd}${name}=${written}\n`;
}
