import { asNode } from "../references/syntax-node.ts";

/** Whether something in `value` stands under more than `levels` lists and objects. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  // Level by level instead of recursion, which is what a deep tree is too deep for.
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((one) => (Array.isArray(one) ? (one as readonly unknown[]) : Object.values(asNode(one) ?? {})));
  }
  return false;
}
