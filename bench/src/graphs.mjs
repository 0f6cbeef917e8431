/**
 * Dependency graphs of a given size, as `{ name, needs }` rows in which a row needs only rows before it: three of them,
 * where the shape allows it. All are fixed: the random one comes from a fixed seed.
 *
 * @typedef {{ name: string, needs: string[] }} Row
 * @type {Record<string, (size: number) => Row[]>}
 */
export const graphs = {
  random: (size) => {
    const random = seeded(42);
    return rows(size, (index) => (index === 0 ? [] : [0, 1, 2].map(() => Math.floor(random() * index))));
  },
  chain: (size) => rows(size, (index) => (index === 0 ? [] : [index - 1])),
  "fan-in": (size) => rows(size, (index) => (index < size - 1 ? [] : Array.from({ length: index }, (_, other) => other))),
  "fan-out": (size) => rows(size, (index) => (index < 3 ? [] : [0, 1, 2])),
  ladder: (size) => rows(size, (index) => (index < 3 ? [] : [3, 2, 1].map((back) => index - (index % 3) - back))),
};

/** @param {number} size @param {(index: number) => number[]} needs */
function rows(size, needs) {
  const name = (/** @type {number} */ index) => `p${index}`;
  return Array.from({ length: size }, (_, index) => ({
    name: name(index),
    needs: [...new Set(needs(index))].map(name),
  }));
}

/** A small linear congruential generator: the same numbers in every run. @param {number} seed */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
