import { ensure } from "../contract-breach.ts";

/**
 * The texts of an answer that has to be a list of them.
 *
 * @param what names the answer, as the beginning of a sentence.
 * @throws ContractBreach if it is something else.
 */
export function listOf(value: unknown, what: string): readonly string[] {
  ensure(Array.isArray(value), `${what} is no list`);
  const texts: readonly unknown[] = value;
  ensure(texts.every(isText), `${what} holds something that is no text`);
  return texts.filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
