/**
 * `numbers[index]` for an index that is in range by construction: the checked form would put a branch that is
 * never taken into every line of a loop. The loops that every start runs say `as number` instead, for they
 * do most of their work before this call is compiled into them.
 */
export function at(numbers: Int32Array | Uint8Array, index: number): number {
  return numbers[index] as number;
}
