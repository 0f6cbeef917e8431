/** Skips the test that runs, where its runner hands it something that can: vitest (a function) and `node:test` do, jest does not. */
export function skipTest(context: unknown, reason: string): void {
  if ((typeof context !== "object" && typeof context !== "function") || context === null) return;
  const call: unknown = Reflect.get(context, "skip");
  if (typeof call === "function") Reflect.apply(call, context, [reason]);
}
