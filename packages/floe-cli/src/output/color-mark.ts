import { randomInt } from "node:crypto";

const SEAL = `${randomInt(1000, 10_000)};${randomInt(1000, 10_000)}`;

/**
 * What stands for a colour in a text until it is written: a sequence that only this process knows, so that
 * nothing in a text from outside can pass for one of our colours. Whatever measures or wraps text takes it for
 * a sequence without width and without a meaning of its own.
 *
 * @param code A number of SGR, for example 31.
 */
export function colorMark(code: number): string {
  return `\u001B[${SEAL};${code}q`;
}

/** Finds colour marks, as part of an expression; the code is its one group. */
export const COLOR_MARK_SOURCE: string = `\\u001B\\[${SEAL};(\\d+)q`;
