import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GraphSelection } from "../../../src/dependencies/dependency-graph.ts";
import type { DependencyNode } from "../../../src/dependencies/dependency-node.ts";
import type { Resolution } from "../../../src/dependencies/resolution.ts";
import { resolveGraph } from "../../../src/dependencies/resolve-graph.ts";
import type { PluginDependency } from "../../../src/plugin/plugin-dependency.ts";
import type { PluginKey } from "../../../src/plugin-key.ts";
import { graph, key, node, numberedKey } from "../../support/dependency-graph.ts";

const resolve = (nodes: readonly DependencyNode[], selection?: GraphSelection): Resolution => resolveGraph(nodes, selection).resolution;
const optional = (name: string): PluginDependency => ({ name, optional: true });

const NOTHING: Resolution = { order: [], waves: [], missing: [], ambiguous: [], versionConflicts: [], cycles: [], blocked: [] };

describe("resolveGraph", () => {
  test("resolveGraph orders everything after what it needs, in waves sorted by key", () => {
    expect(resolve(graph("d>b,c b>a c>a a e"))).toEqual({
      ...NOTHING,
      order: ["t:a", "t:e", "t:b", "t:c", "t:d"],
      waves: [["t:a", "t:e"], ["t:b", "t:c"], ["t:d"]],
    });
  });

  test("resolveGraph of nothing is empty", () => {
    expect(resolve([])).toEqual(NOTHING);
  });

  test("resolveGraph tells two plugins of one name apart by their types", () => {
    const nodes = [node("x:a", ["y:a"]), node("y:a", ["x:b"]), node("x:b")];
    expect(resolve(nodes)).toEqual({ ...NOTHING, order: ["x:b", "y:a", "x:a"], waves: [["x:b"], ["y:a"], ["x:a"]] });
  });

  test("resolveGraph takes a bare name that is the dependent's own as the other plugin of that name", () => {
    expect(resolve([node("x:a", ["a"]), node("y:a")]).order).toEqual(["y:a", "x:a"]);
  });

  test("resolveGraph reports a missing dependency as missing, never as a circle, and blocks its dependents only", () => {
    expect(resolve([node("alpha", ["betta"]), node("gamma", ["alpha"]), node("beta")])).toEqual({
      ...NOTHING,
      order: ["t:beta"],
      waves: [["t:beta"]],
      missing: [{ plugin: "t:alpha", dependency: "betta", nearest: "beta" }],
      blocked: ["t:gamma"],
    });
  });

  test("resolveGraph reports a circle with its path, and what is downstream of it as blocked", () => {
    expect(resolve(graph("z>c c>a a>b b>a x"))).toEqual({
      ...NOTHING,
      order: ["t:x"],
      waves: [["t:x"]],
      cycles: [["t:a", "t:b", "t:a"]],
      blocked: ["t:c", "t:z"],
    });
  });

  test("resolveGraph reports a plugin that needs itself", () => {
    expect(resolve(graph("a>a"))).toEqual({ ...NOTHING, cycles: [["t:a", "t:a"]] });
  });

  test("resolveGraph reports everything that is wrong with a plugin", () => {
    const nodes = [node("a", ["b", "missing", { name: "c", version: "^2.0.0" }]), node("b", ["a"]), node("c")];
    expect(resolve(nodes)).toEqual({
      ...NOTHING,
      order: ["t:c"],
      waves: [["t:c"]],
      missing: [{ plugin: "t:a", dependency: "missing" }],
      versionConflicts: [{ plugin: "t:a", dependency: "t:c", range: "^2.0.0", found: "1.0.0" }],
      cycles: [["t:a", "t:b", "t:a"]],
    });
  });

  test("resolveGraph reports an invalid range with its reason", () => {
    expect(resolve([node("a", [{ name: "b", version: "newest" }]), node("b")]).versionConflicts).toEqual([
      { plugin: "t:a", dependency: "t:b", range: "newest", found: "1.0.0", reason: '"newest" is not a version range' },
    ]);
  });

  test("resolveGraph starts without an optional dependency that is absent or cannot start", () => {
    const nodes = [node("a", [optional("none"), optional("b"), optional("c")]), node("b", ["none"]), node("c", ["t:c"])];
    expect(resolve(nodes)).toMatchObject({ order: ["t:a"], cycles: [["t:c", "t:c"]], blocked: [] });
  });

  test("resolveGraph waits for an optional dependency that can start", () => {
    expect(resolve([node("a", [optional("b")]), node("b")]).order).toEqual(["t:b", "t:a"]);
  });

  test("resolveGraph is about the selected plugins and what they need", () => {
    const nodes = graph("a>b b c>missing");
    const selection = { select: [key("a")] };
    expect(resolve([...nodes, node("d", ["nowhere"])], selection)).toEqual({
      ...NOTHING,
      order: ["t:b", "t:a"],
      waves: [["t:b"], ["t:a"]],
    });
  });

  test("resolveGraph reports selected plugins that are not known", () => {
    expect(resolve(graph("alpha"), { select: [key("alhpa")] })).toEqual({
      ...NOTHING,
      missing: [{ plugin: undefined, dependency: "t:alhpa", nearest: "t:alpha" }],
    });
  });

  test("resolveGraph resolves a type to the plugin chosen for it", () => {
    const nodes = [node("orchestrators:o", [{ type: "computes" }]), node("computes:duckdb"), node("computes:spark")];
    expect(resolve(nodes).ambiguous).toEqual([
      { plugin: "orchestrators:o", dependency: "computes", candidates: ["computes:duckdb", "computes:spark"] },
    ]);
    const chosen = [key("computes:spark")];
    expect(resolve(nodes, { select: [key("orchestrators:o")], chosen }).order).toEqual(["computes:spark", "orchestrators:o"]);
  });

  test("resolveGraph freezes all of its resolution, which is plain JSON", () => {
    const nodes = [...graph("a>b b>a c>a"), node("d", ["none"]), node("e", [{ name: "f", version: "^3.0.0" }]), node("f"), node("x:f")];
    const resolution = resolve([...nodes, node("g", ["f"])]);
    const parts: unknown[] = [resolution];
    for (const part of parts) {
      if (typeof part !== "object" || part === null) continue;
      expect(Object.isFrozen(part)).toBe(true);
      parts.push(...(Object.values(part) as unknown[]));
    }
    expect(JSON.parse(JSON.stringify(resolution))).toStrictEqual(resolution);
  });
});

describe("resolveGraph's requirements", () => {
  test("resolveGraph gives what each plugin needs, and the same map every time", () => {
    const resolved = resolveGraph([node("a", ["c", optional("b"), optional("d")]), node("b"), node("c"), node("d", ["none"])]);
    expect(resolved.requirements.get(key("a"))).toEqual([
      { key: "t:b", optional: true },
      { key: "t:c", optional: false },
    ]);
    expect(resolved.requirements).toBe(resolved.requirements);
  });

  test("resolveGraph gives what blocked plugins need too", () => {
    const { requirements } = resolveGraph([node("a", ["b"]), node("b", ["none"])]);
    expect(requirements.get(key("a"))).toEqual([{ key: "t:b", optional: false }]);
  });
});

describe("resolveGraph on large graphs", () => {
  test("resolveGraph follows a chain of 10,000 plugins", () => {
    const nodes = Array.from({ length: 10_000 }, (_, id) => node(numberedKey(id), id === 0 ? [] : [numberedKey(id - 1)]));
    const { order, waves } = resolve(nodes.reverse());
    expect(order).toEqual(Array.from({ length: 10_000 }, (_, id) => numberedKey(id)));
    expect(waves).toHaveLength(10_000);
  });

  test("resolveGraph follows a circle of 10,000 plugins", () => {
    const nodes = Array.from({ length: 10_000 }, (_, id) => node(numberedKey(id), [numberedKey((id + 1) % 10_000)]));
    const { cycles, blocked, order } = resolve(nodes);
    expect(cycles).toHaveLength(1);
    expect(cycles[0]).toHaveLength(10_001);
    expect([blocked, order]).toEqual([[], []]);
  });

  test("resolveGraph takes no more than one step per edge of a ladder with 2^60 paths", () => {
    const rungs = Array.from({ length: 60 }, (_, layer) => [`a${String(layer).padStart(2, "0")}`, `b${String(layer).padStart(2, "0")}`]);
    const nodes = rungs.flatMap((rung, layer) => rung.map((name) => node(name, (rungs[layer - 1] ?? []).map(key))));
    expect(resolve(nodes).waves).toEqual(rungs.map((rung) => rung.map(key)));
  });

  test("resolveGraph accounts for every plugin of a circular group that is too large to be searched through", () => {
    const hubs = Array.from({ length: 60 }, (_, id) => numberedKey(id));
    const nodes = Array.from({ length: 600 }, (_, id) =>
      node(numberedKey(id), id < 60 ? [numberedKey(id + 1)] : [numberedKey((id + 1) % 600), ...hubs]),
    );
    const { cycles, blocked, order } = resolve(nodes);
    expect(order).toEqual([]);
    const onCycles = new Set(cycles.flat());
    expect(blocked.length).toBeGreaterThan(0);
    expect(blocked.filter((one) => onCycles.has(one))).toEqual([]);
    expect([...onCycles, ...blocked].sort()).toEqual(nodes.map((one) => one.key));
  });
});

/** Up to seven plugins that need each other, themselves, or the missing z at random. */
const someNodes: fc.Arbitrary<DependencyNode[]> = fc
  .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { minLength: 1 })
  .chain((names) => {
    const dependency = fc.record({ name: fc.constantFrom(...names, ...names, "z"), optional: fc.boolean() });
    const lists = fc.array(fc.array(dependency, { maxLength: 3 }), { minLength: names.length, maxLength: names.length });
    return lists.map((all) =>
      names.map((name, index) => node(name, (all[index] ?? []).map((one) => ({ type: "t", ...one })))),
    );
  });

function shuffleDependencies(one: DependencyNode): fc.Arbitrary<DependencyNode> {
  const { length } = one.dependencies;
  return fc.shuffledSubarray([...one.dependencies], { minLength: length }).map((dependencies) => ({ ...one, dependencies }));
}

interface Edge {
  readonly to: PluginKey;
  readonly optional: boolean;
}

interface Reference extends Pick<Resolution, "waves" | "blocked"> {
  readonly faulty: readonly PluginKey[];
  readonly circular: ReadonlySet<PluginKey>;
}

/** What resolution is meant to be, as plainly and slowly as it can be said. */
function reference(nodes: readonly DependencyNode[]): Reference {
  const keys = new Set(nodes.map((one) => one.key));
  const stated = (one: DependencyNode): Edge[] =>
    one.dependencies.map((dependency) => {
      if (typeof dependency === "string") throw new Error("stated as objects");
      return { to: key(dependency.name ?? ""), optional: dependency.optional === true };
    });
  const edges = new Map(nodes.map((one) => [one.key, stated(one).filter(({ to }) => keys.has(to))]));
  const faulty = nodes.filter((one) => stated(one).some(({ to, optional: may }) => !may && !keys.has(to))).map((one) => one.key);
  const reaches = (from: PluginKey): Set<PluginKey> => {
    const seen = new Set<PluginKey>();
    const visit = (at: PluginKey): void => {
      for (const { to } of edges.get(at) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        visit(to);
      }
    };
    visit(from);
    return seen;
  };
  const circular = new Set([...keys].filter((one) => reaches(one).has(one)));
  const startable = new Set([...keys].filter((one) => !circular.has(one) && !faulty.includes(one)));
  for (let before = -1; before !== startable.size; ) {
    before = startable.size;
    for (const one of startable) {
      if ((edges.get(one) ?? []).some(({ to, optional: may }) => !may && !startable.has(to))) startable.delete(one);
    }
  }
  const wave = (one: PluginKey): number => {
    const needed = (edges.get(one) ?? []).filter(({ to }) => startable.has(to));
    return Math.max(0, ...needed.map(({ to }) => wave(to))) + 1;
  };
  const waves: PluginKey[][] = [];
  for (const one of [...startable].sort()) (waves[wave(one) - 1] ??= []).push(one);
  const blocked = [...keys].filter((one) => !startable.has(one) && !circular.has(one) && !faulty.includes(one)).sort();
  return { waves, blocked, faulty: faulty.sort(), circular };
}

/** Every closed path without repetition, from its smallest key. */
function simpleCycles(nodes: readonly DependencyNode[]): PluginKey[][] {
  const targetOf = (dependency: PluginDependency): PluginKey => key(typeof dependency === "string" ? dependency : (dependency.name ?? ""));
  const edges = new Map(nodes.map((one) => [one.key, one.dependencies.map(targetOf)]));
  const cycles = new Map<string, PluginKey[]>();
  const walk = (path: readonly PluginKey[]): void => {
    const [first] = path;
    for (const to of edges.get(path.at(-1) ?? key("")) ?? []) {
      if (to === first) cycles.set(path.join(), [...path, to]);
      else if (first !== undefined && to > first && edges.has(to) && !path.includes(to)) walk([...path, to]);
    }
  };
  for (const one of edges.keys()) walk([one]);
  return [...cycles.values()].sort(byLength);
}

function byLength(a: readonly PluginKey[], b: readonly PluginKey[]): number {
  return a.length - b.length || (a.join() < b.join() ? -1 : 1);
}

describe("resolveGraph on any graph", () => {
  test("resolveGraph agrees with the plainest way to say it", () => {
    fc.assert(
      fc.property(someNodes, (nodes) => {
        const { waves, order, blocked, missing, cycles } = resolve(nodes);
        const expected = reference(nodes);
        expect({ waves, blocked, faulty: [...new Set(missing.map((one) => one.plugin))] }).toEqual({
          waves: expected.waves,
          blocked: expected.blocked,
          faulty: expected.faulty,
        });
        expect(order).toEqual(waves.flat());
        expect(new Set(cycles.flat())).toEqual(expected.circular);
      }),
      { numRuns: 500 },
    );
  });

  test("resolveGraph's cycles are the shortest there are", () => {
    fc.assert(
      fc.property(someNodes, (nodes) => {
        const all = simpleCycles(nodes);
        const { cycles } = resolve(nodes);
        const known = new Set(all.map((path) => path.join()));
        expect(cycles.every((path) => known.has(path.join()))).toBe(true);
        expect(cycles).toEqual([...cycles].sort(byLength));
        expect(cycles[0]).toEqual(all[0]);
        // Each is there for one plugin at least that has no shorter one.
        for (const path of cycles) {
          const shortest = path.map((one) => all.find((other) => other.includes(one))?.length);
          expect(shortest).toContain(path.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("resolveGraph does not depend on the order in which anything is stated", () => {
    const shuffled = someNodes.chain((nodes) =>
      fc.tuple(
        fc.constant(nodes),
        fc.shuffledSubarray(nodes, { minLength: nodes.length }).chain((mixed) =>
          fc.tuple(...mixed.map(shuffleDependencies)),
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([nodes, mixed]) => {
        const [one, other] = [resolveGraph(nodes), resolveGraph(mixed)];
        expect(other.resolution).toEqual(one.resolution);
        expect(new Map([...other.requirements].sort())).toEqual(new Map([...one.requirements].sort()));
      }),
      { numRuns: 300 },
    );
  });
});
