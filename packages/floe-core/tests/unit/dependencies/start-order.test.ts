import { describe, expect, test } from "vitest";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { startOrder } from "../../../src/dependencies/start-order.ts";
import { node } from "../../support/dependency-graph.ts";

const known = new KnownPlugins(["d", "a", "c", "b", "e"].map((name) => node(name)));

// By number: a, b, c, d, e.
const standing = Int32Array.of(2, -1, 1, 1, 0);

describe("startOrder", () => {
  test("startOrder deals plugins into their waves, each sorted, and leaves out the rest", () => {
    const { order, numbers, cutWaves } = startOrder(known, standing);
    expect(cutWaves()).toEqual([["t:c", "t:d"], ["t:a"]]);
    expect(order).toEqual(["t:c", "t:d", "t:a"]);
    expect([...numbers]).toEqual([2, 3, 0]);
  });

  test("startOrder freezes what it gives", () => {
    const { order, cutWaves } = startOrder(known, standing);
    for (const list of [order, cutWaves(), ...cutWaves()]) expect(Object.isFrozen(list)).toBe(true);
  });

  test("startOrder of nothing is empty", () => {
    const { order, numbers, cutWaves } = startOrder(known, new Int32Array(5));
    expect([order, [...numbers], cutWaves()]).toEqual([[], [], []]);
  });
});
