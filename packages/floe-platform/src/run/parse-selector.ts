import { nearest } from "floe-core";

/** One entry of a selection, taken apart. */
export interface Selector {
  /** What the entry names: a transform, or every transform with a tag. */
  readonly kind: "name" | "tag";
  readonly text: string;
  /** Whether what it needs is meant too: `+` before it. */
  readonly withNeeded: boolean;
  /** Whether what needs it is meant too: `+` after it. */
  readonly withDependents: boolean;
}

/** How an entry is written, in short. */
export const SELECTOR_FORMS = "name, +name, name+, +name+, or tag:name in place of a name";

const TAG = "tag:";

/** Takes an entry of a selection apart; a text says, as one clause, why it cannot be. */
export function parseSelector(entry: string): Selector | string {
  const withNeeded = entry.startsWith("+");
  const withDependents = entry.length > 1 && entry.endsWith("+");
  const body = entry.slice(withNeeded ? 1 : 0, withDependents ? -1 : undefined);
  const kind = body.startsWith(TAG) ? "tag" : "name";
  const text = kind === "tag" ? body.slice(TAG.length) : body;
  if (entry.trim() === "") return "it is empty";
  if (text === "") return kind === "tag" ? "it names no tag" : "it names nothing";
  if (text.startsWith("+") || text.endsWith("+")) return "it has more than one + on a side";
  // Names hold no colon, so that this can only be a slip.
  if (kind === "name" && text.includes(":")) return `it has a colon, and only ${TAG} is known before one${near(text)}`;
  return { kind, text, withNeeded, withDependents };
}

function near(text: string): string {
  const [word = "", ...rest] = text.split(":");
  return nearest(word, ["tag"]) === undefined ? "" : ` (did you mean ${TAG}${rest.join(":")}?)`;
}
