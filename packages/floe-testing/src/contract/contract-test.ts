/**
 * What a contract suite needs of a test runner. vitest and jest fit as they are, and so does `node:test`. A clause
 * that cannot be tried is skipped where the runner hands its tests something with a `skip`.
 */
export interface ContractTest {
  readonly describe: (name: string, body: () => void) => unknown;
  /** `timeoutMs`: how long the test may take; `node:test` has no limit by itself. */
  readonly it: (name: string, body: (...given: readonly unknown[]) => Promise<void>, timeoutMs: number) => unknown;
  readonly beforeEach?: (body: () => void) => unknown;
  readonly afterEach?: (body: () => void) => unknown;
}
