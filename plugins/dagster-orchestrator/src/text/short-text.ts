const MAX_LINES = 8;
const MAX_CHARACTERS = 800;

/**
 * The beginning of a text that somebody else wrote, fit for a message: without control characters and colours, without
 * empty lines, and of bounded length.
 */
export function shortText(text: string, limits: { readonly lines?: number; readonly characters?: number } = {}): string {
  const { lines = MAX_LINES, characters = MAX_CHARACTERS } = limits;
  // A reply may be megabytes.
  const kept = text
    .slice(0, characters * 8)
    .replace(ANSI, "")
    .split(/\r?\n/)
    .map((line) => line.replace(CONTROL, " ").trimEnd())
    .filter((line) => line.trim() !== "");
  const short = kept.slice(0, lines).join("\n");
  const isCut = kept.length > lines || short.length > characters;
  return isCut ? `${short.slice(0, characters).trimEnd()} ...` : short;
}

const ESCAPE = String.fromCodePoint(27);

const ANSI = new RegExp(`${ESCAPE}\\[[0-9;]*[A-Za-z]`, "g");

/** Everything that moves a cursor or is nothing to see, but for the line break that was split at. */
const CONTROL = /\p{Cc}|\p{Cf}/gu;
