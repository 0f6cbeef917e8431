const NUMBERS = new Intl.NumberFormat("en-US");

/** A number for people: `3,000,000`. */
export function formatCount(count: number): string {
  return NUMBERS.format(count);
}

/** A number of things: `1 step`, `2 steps`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
