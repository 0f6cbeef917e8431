import { describe, expect, test } from "vitest";
import { settleKey } from "../../../../src/discovery/merge/settle-key.ts";
import { foundEntry } from "../support/found-entry.ts";

const KEY = "floe.computes:duckdb";
const A = foundEntry("a@1.0.0", "a");
const B = foundEntry("b@2.0.0", "b");
const B3 = foundEntry("b@3.0.0", "b3");

describe("settleKey", () => {
  test("chooses the only one, whatever is preferred", () => {
    expect(settleKey(KEY, [A], undefined)).toEqual({ candidates: { chosen: A, all: [A] } });
    expect(settleKey(KEY, [A], "other")).toEqual({ candidates: { chosen: A, all: [A] } });
  });

  test("chooses none of several and names package, version and path of each", () => {
    const { candidates, conflict } = settleKey(KEY, [A, B], undefined);
    expect(candidates).toEqual({ chosen: undefined, all: [A, B] });
    expect(conflict).toEqual({
      key: KEY,
      candidates: [
        { name: "a", version: "1.0.0", path: "/a" },
        { name: "b", version: "2.0.0", path: "/b" },
      ],
      message: "Cannot choose plugin floe.computes:duckdb: offered by a 1.0.0 (/a) and b 2.0.0 (/b)",
      remedy:
        'Remove one of them, or choose in the application\'s package.json: "floe": { "prefer": { "floe.computes:duckdb": "a" } }.',
    });
  });

  test("chooses the preferred package, and version where there are two", () => {
    expect(settleKey(KEY, [A, B], "b").candidates.chosen).toBe(B);
    expect(settleKey(KEY, [A, B], "b@2.0.0").candidates.chosen).toBe(B);
    expect(settleKey(KEY, [B, B3], "b@3.0.0")).toEqual({ candidates: { chosen: B3, all: [B, B3] } });
  });

  test("says that the preferred package does not offer it", () => {
    const { candidates, conflict } = settleKey(KEY, [A, B], "c");
    expect(candidates.chosen).toBeUndefined();
    expect(conflict?.message).toMatch(/; prefer names c, which does not offer it$/);
    expect(settleKey(KEY, [A, B], "b@9.9.9").conflict?.message).toContain("prefer names b@9.9.9");
  });

  test("says that the preferred package offers it in two versions, and how to name one", () => {
    const { conflict } = settleKey(KEY, [B, B3], "b");
    expect(conflict?.message).toMatch(/; prefer names b, which offers it more than once$/);
    expect(conflict?.remedy).toContain('"b@2.0.0"');
  });

  test("does not tell how to choose between what has one name and version", () => {
    const { entryPoint } = A;
    const here = { entryPoint: { ...entryPoint, package: { ...entryPoint.package, path: "" } } };
    const { conflict } = settleKey(KEY, [here, here], undefined);
    expect(conflict?.message).toMatch(/offered by a 1\.0\.0 and a 1\.0\.0$/);
    expect(conflict?.remedy).toBe("Remove one of them.");
  });

  test("freezes what it answers", () => {
    const { candidates, conflict } = settleKey(KEY, [A, B], undefined);
    expect([candidates, candidates.all, conflict, conflict?.candidates].every(Object.isFrozen)).toBe(true);
  });
});
