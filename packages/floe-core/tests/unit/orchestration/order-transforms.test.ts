import fc from "fast-check";
import type { TransformConfig } from "floe-core";
import { describe, expect, test } from "vitest";
import { InvalidTransformsError } from "../../../src/orchestration/invalid-transforms-error.ts";
import { orderTransforms } from "../../../src/orchestration/order-transforms.ts";
import { transform } from "../../support/orchestration.ts";

const names = (transforms: readonly TransformConfig[]): string[] => transforms.map(({ name }) => name);

function problemsOf(transforms: readonly TransformConfig[]): unknown {
  try {
    orderTransforms(transforms);
  } catch (error) {
    if (error instanceof InvalidTransformsError) return error.problems;
    throw error;
  }
  return "none";
}

describe("orderTransforms", () => {
  test("leaves a list that is in order as it is", () => {
    const list = [transform("c"), transform("a"), transform("b", ["a", "c"])];
    expect(orderTransforms(list)).toEqual(list);
  });

  test("puts a transform behind all that it depends on", () => {
    const list = [transform("report", ["daily", "hourly"]), transform("hourly", ["raw"]), transform("raw"), transform("daily")];
    expect(names(orderTransforms(list))).toEqual(["daily", "raw", "hourly", "report"]);
  });

  test("takes a dependency that is stated twice as one", () => {
    expect(names(orderTransforms([transform("b", ["a", "a"]), transform("a")]))).toEqual(["a", "b"]);
  });

  test("keeps every dependency before its dependent, whatever the order of the input", () => {
    const graphs = fc
      .array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 30 })
      .chain((edges) =>
        fc.shuffledSubarray(
          edges.map((targets, index) =>
            transform(`t${index}`, index === 0 ? [] : targets.map((target) => `t${target % index}`)),
          ),
          { minLength: edges.length },
        ),
      );
    fc.assert(
      fc.property(graphs, (list) => {
        const ordered = names(orderTransforms(list));
        expect([...ordered].sort()).toEqual(names(list).sort());
        for (const { name, dependsOn } of list) {
          for (const dependency of dependsOn) expect(ordered.indexOf(dependency)).toBeLessThan(ordered.indexOf(name));
        }
      }),
    );
  });

  test("orders a chain of 20,000 without overflowing the stack", () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => transform(`t${index}`, [`t${index + 1}`]));
    expect(orderTransforms([...chain, transform("t20000")])[0]?.name).toBe("t20000");
  });

  test("refuses a name that is used twice, once per name", () => {
    expect(problemsOf([transform("a"), transform("a"), transform("a")])).toEqual([{ kind: "duplicate", name: "a" }]);
  });

  test("refuses an unknown dependency and names the nearest transform", () => {
    expect(problemsOf([transform("orders"), transform("b", ["ordrs", "ordrs"])])).toEqual([
      { kind: "unknown-dependency", name: "b", dependency: "ordrs", nearest: "orders" },
    ]);
  });

  test("refuses a transform that depends on itself", () => {
    expect(problemsOf([transform("a", ["a"])])).toEqual([{ kind: "cycle", path: ["a", "a"] }]);
  });

  test("names the path of every cycle and leaves out what is merely behind one", () => {
    const list = [
      transform("behind", ["a"]),
      transform("a", ["b"]),
      transform("b", ["c", "before"]),
      transform("c", ["a"]),
      transform("before"),
      transform("x", ["y"]),
      transform("y", ["x"]),
    ];
    expect(problemsOf(list)).toEqual([
      { kind: "cycle", path: ["a", "b", "c", "a"] },
      { kind: "cycle", path: ["x", "y", "x"] },
    ]);
  });

  test("lists all problems at once", () => {
    expect(problemsOf([transform("a", ["a", "nowhere"]), transform("b"), transform("b")])).toMatchObject([
      { kind: "duplicate", name: "b" },
      { kind: "unknown-dependency", name: "a", dependency: "nowhere" },
      { kind: "cycle", path: ["a", "a"] },
    ]);
  });
});
