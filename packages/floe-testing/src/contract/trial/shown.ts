import { inspect } from "node:util";
import { redactorFor } from "floe-core";

/** Something that a plugin gave to its host, and where. */
export interface Shown {
  /** In words, for example "the error of startup". */
  readonly where: string;
  readonly value: unknown;
}

/** The places in which one of `secrets` can be read, each once. */
export function placesOf(secrets: readonly string[], shown: readonly Shown[]): readonly string[] {
  const redactor = redactorFor(secrets);
  const places = shown.filter(({ value }) => textsOf(value).some((text) => redactor.holdsSecret(text))).map(({ where }) => where);
  return [...new Set(places)];
}

/** Everything that a log, a report or a person with a debugger makes of a value. */
function textsOf(value: unknown): readonly string[] {
  const texts = [inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null })];
  for (const write of [(): string | undefined => JSON.stringify(value), (): string => String(value)]) {
    try {
      texts.push(write() ?? "");
    } catch {
      // A value that cannot be written this way shows nothing this way.
    }
  }
  return texts;
}
