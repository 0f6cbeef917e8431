import { collectSecrets } from "./collect-secrets.ts";
import { redactorFor, spellingsOf } from "./redact-text.ts";
import { walkValues } from "./walk-values.ts";

/** How many objects of a configuration are looked into; the ones near its root come first. */
const MAX_OBJECTS = 10_000;

/**
 * Answers whether a text quotes any text or number that `input` holds. A schema's own messages may, and
 * what they quote may be a secret that nobody declared as one.
 */
export function echoGuard(input: unknown): (text: string) => boolean {
  let spellings: ReadonlySet<string> | undefined;
  return (text) => {
    spellings ??= spellingsIn(input);
    for (const spelling of spellings) {
      if (text.includes(spelling) && redactorFor([spelling]).holdsSecret(text)) return true;
    }
    return false;
  };
}

function spellingsIn(input: unknown): ReadonlySet<string> {
  const texts = new Set(collectSecrets(input));
  for (const value of walkValues(input, MAX_OBJECTS)) {
    if (typeof value === "string") texts.add(value);
    if (typeof value === "number" || typeof value === "bigint") texts.add(String(value));
  }
  texts.delete("");
  return new Set([...texts].flatMap(spellingsOf));
}
