import { describe, expect, test } from "vitest";
import { DependencyGraph } from "../../../src/dependencies/dependency-graph.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { strongComponents } from "../../../src/dependencies/strong-components.ts";
import { built, graph, key, node, numberedKey } from "../../support/dependency-graph.ts";

/** The names of each component's members, in the order in which the components come. */
function componentsOf(dependencies: DependencyGraph): string[] {
  const { order, starts, count } = strongComponents(dependencies);
  return Array.from({ length: count }, (_, index) =>
    Array.from(order.subarray(starts[index], starts[index + 1]), (id) => dependencies.known.nodes[id]?.name ?? "")
      .sort()
      .join(""),
  );
}

describe("strongComponents", () => {
  test("strongComponents puts dependencies before dependents", () => {
    expect(componentsOf(built("a>b,c b>d c>d d"))).toEqual(["d", "b", "c", "a"]);
  });

  test("strongComponents keeps together what needs each other", () => {
    expect(componentsOf(built("a>b b>c,d c>a d>e e>f f>e g>a"))).toEqual(["ef", "d", "abc", "g"]);
  });

  test("strongComponents joins circles that share a member", () => {
    expect(componentsOf(built("a>b b>a,c c>b"))).toEqual(["abc"]);
  });

  test("strongComponents finds a circle that is left and entered again", () => {
    expect(componentsOf(built("a>b,e b>c c>d,b d>b e>c"))).toEqual(["bcd", "e", "a"]);
  });

  test("strongComponents leaves alone what needs itself only", () => {
    expect(componentsOf(built("a>a b>a"))).toEqual(["a", "b"]);
  });

  test("strongComponents holds only the members of the graph", () => {
    const some = new DependencyGraph(new KnownPlugins(graph("a>b b>a c>d")), { select: [key("c")] });
    expect(componentsOf(some)).toEqual(["d", "c"]);
  });

  test("strongComponents of nothing are none", () => {
    expect(strongComponents(new DependencyGraph(new KnownPlugins([]))).count).toBe(0);
  });

  test("strongComponents follows chains and circles longer than the call stack", () => {
    const size = 50_000;
    const nodes = Array.from({ length: size }, (_, id) => node(numberedKey(id), id === 0 ? [] : [numberedKey(id - 1)]));
    expect(strongComponents(new DependencyGraph(new KnownPlugins(nodes))).count).toBe(size);
    const circle = [node(numberedKey(0), [numberedKey(size - 1)]), ...nodes.slice(1)];
    expect(strongComponents(new DependencyGraph(new KnownPlugins(circle))).count).toBe(1);
  });
});
