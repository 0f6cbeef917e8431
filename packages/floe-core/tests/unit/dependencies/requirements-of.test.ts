import { describe, expect, test } from "vitest";
import { DependencyGraph } from "../../../src/dependencies/dependency-graph.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { requirementsOf } from "../../../src/dependencies/requirements-of.ts";
import { key, node } from "../../support/dependency-graph.ts";

describe("requirementsOf", () => {
  const optional = (name: string): { name: string; optional: true } => ({ name, optional: true });
  const nodes = [node("a", ["d", optional("b"), optional("c")]), node("b"), node("c"), node("d"), node("e", ["a"])];
  const dependencies = new DependencyGraph(new KnownPlugins(nodes), { select: [key("a")] });
  const requirements = requirementsOf(dependencies, Int32Array.of(2, 1, -1, -1, 0));

  test("requirementsOf lists what each member needs, sorted, without optional ones that cannot start", () => {
    expect(requirements.get(key("a"))).toEqual([
      { key: "t:b", optional: true },
      { key: "t:d", optional: false },
    ]);
    expect(requirements.get(key("b"))).toEqual([]);
  });

  test("requirementsOf holds members only", () => {
    expect([...requirements.keys()]).toEqual(["t:a", "t:b", "t:c", "t:d"]);
  });

  test("requirementsOf freezes its lists", () => {
    const list = requirements.get(key("a"));
    expect([list, list?.[0]].every((part) => Object.isFrozen(part))).toBe(true);
  });
});
