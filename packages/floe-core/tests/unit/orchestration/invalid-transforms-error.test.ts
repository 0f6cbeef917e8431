import { describe, expect, test } from "vitest";
import { InvalidTransformsError } from "../../../src/orchestration/invalid-transforms-error.ts";

describe("InvalidTransformsError", () => {
  test("has a clause for every problem", () => {
    const error = new InvalidTransformsError([
      { kind: "duplicate", name: "a" },
      { kind: "unknown-dependency", name: "b", dependency: "zzz" },
      { kind: "unknown-dependency", name: "b", dependency: "aa", nearest: "a" },
      { kind: "cycle", path: ["a", "b", "a"] },
    ]);
    expect(error.code).toBe("FLOE_ORCHESTRATOR_TRANSFORMS");
    expect(error.message).toBe(
      'Cannot order transforms: several are named "a"; "b" depends on "zzz", which is not a transform; ' +
        '"b" depends on "aa", which is not a transform (did you mean "a"?); they depend on each other: a -> b -> a',
    );
    expect(error.problems).toHaveLength(4);
    expect(error.hint).not.toBe("");
  });
});
