/**
 * `numbers[index]` for an index that is in range by construction. The graph's loops read nothing else, and
 * the checked form would put a branch that is never taken into every line of them.
 */
export function at(numbers: Int32Array, index: number): number {
  return numbers[index] as number;
}
