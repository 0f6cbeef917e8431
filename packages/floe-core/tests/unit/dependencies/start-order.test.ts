import { describe, expect, test } from "vitest";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { startOrder } from "../../../src/dependencies/start-order.ts";
import { node } from "../../support/dependency-graph.ts";

const known = new KnownPlugins(["d", "a", "c", "b", "e"].map((name) => node(name)));

describe("startOrder", () => {
  test("startOrder deals plugins into their waves, each sorted, and leaves out the rest", () => {
    expect(startOrder(known, Int32Array.of(1, 2, 1, -1, 0))).toEqual({
      waves: [["t:c", "t:d"], ["t:a"]],
      order: ["t:c", "t:d", "t:a"],
    });
  });

  test("startOrder freezes what it gives", () => {
    const { order, waves } = startOrder(known, Int32Array.of(1, 2, 1, -1, 0));
    for (const list of [order, waves, ...waves]) expect(Object.isFrozen(list)).toBe(true);
  });

  test("startOrder of nothing is empty", () => {
    expect(startOrder(known, new Int32Array(5))).toEqual({ waves: [], order: [] });
  });
});
