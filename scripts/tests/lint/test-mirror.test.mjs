import { expect, test } from "vitest";
import { checkTestMirror } from "../../lint/test-mirror.mjs";
import { packageWith } from "../support/workspace-with.mjs";

test("checkTestMirror asks for a test of every source with a value of its own", () => {
  const pkg = packageWith({
    "src/index.ts": 'export { a } from "./a.ts";',
    "src/a.ts": "export const a = 1;",
    "src/deep/b.ts": "export function b() {}",
    "src/entry.ts": 'export { a } from "./a.ts";',
    "src/types.ts": "export interface T {}",
    "src/bin.ts": "export const run = 1;",
    "tests/unit/a.test.ts": "",
  });
  expect(checkTestMirror(pkg)).toEqual([
    "packages/example/src/deep/b.ts: has no test; expected packages/example/tests/unit/deep/b.test.ts",
  ]);
});

test("checkTestMirror reports a test whose source is gone", () => {
  expect(checkTestMirror(packageWith({ "tests/unit/old.test.ts": "" }))).toEqual([
    "packages/example/tests/unit/old.test.ts: tests no source; expected packages/example/src/old.ts",
  ]);
});
