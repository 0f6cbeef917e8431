import { describe, expect, test } from "vitest";
import { planPackages, type PlannedPackages } from "../../../src/temp-project/package-graph.ts";
import type { TempPackage } from "../../../src/temp-project/temp-package.ts";

function plan(table: Readonly<Record<string, TempPackage>>, floeCore: "shared" | "copy" | "none" = "none"): PlannedPackages {
  return planPackages(table, { name: "app", floeCore });
}

function ids(planned: PlannedPackages): readonly string[] {
  return [...planned.graph.nodes.keys()];
}

describe("planPackages", () => {
  test("planPackages makes packages direct dependencies, unless they are of another", () => {
    const { graph, declared, declaredByApplication } = plan({ a: {}, b: { of: "a", version: "2.0.0" }, c: { of: ["a"], direct: true } });
    expect(graph.direct).toEqual(["a", "c"]);
    expect(graph.extraneous).toEqual([]);
    expect(graph.nodes.get("a")?.edges).toEqual(["b", "c"]);
    expect(declared("a")).toEqual({ dependencies: { b: "2.0.0", c: "1.0.0" } });
    expect(declaredByApplication).toEqual({ dependencies: { a: "1.0.0", c: "1.0.0" } });
  });

  test("planPackages puts a direct dependency into the field that it names", () => {
    const { declaredByApplication, graph } = plan({ a: { direct: "devDependencies" }, b: { direct: "peerDependencies" } });
    expect(declaredByApplication).toEqual({ devDependencies: { a: "1.0.0" }, peerDependencies: { b: "1.0.0" } });
    expect(graph.direct).toEqual(["a", "b"]);
  });

  test("planPackages knows what is installed although nothing depends on it", () => {
    const { graph, declaredByApplication } = plan({ a: { direct: false } });
    expect(graph).toMatchObject({ direct: [], extraneous: ["a"] });
    expect(declaredByApplication).toEqual({});
  });

  test("planPackages declares what is not installed, and installs nothing for it", () => {
    const planned = plan({ a: { isInstalled: false }, b: { dependencies: ["a", "unheard-of"] } });
    expect(ids(planned)).toEqual(["b"]);
    expect(planned.graph.nodes.get("b")?.edges).toEqual([]);
    expect(planned.declared("b")).toEqual({ dependencies: { a: "1.0.0", "unheard-of": "*" } });
    expect(planned.declaredByApplication).toEqual({ dependencies: { a: "1.0.0", b: "1.0.0" } });
    expect(planned.declared("a")).toEqual({});
    expect(planned.declared("no such id")).toEqual({});
  });

  test("planPackages gives the shared floe-core to the application and to packages with a block", () => {
    const { graph, declared, declaredByApplication } = plan({ plain: {}, a: { floe: {} }, b: { floeText: "{}" } }, "shared");
    expect(graph.nodes.get("floe-core")?.content.kind).toBe("link");
    expect(graph.direct).toEqual(["floe-core", "plain", "a", "b"]);
    expect(["plain", "a", "b"].map((id) => graph.nodes.get(id)?.edges)).toEqual([[], ["floe-core"], ["floe-core"]]);
    expect(declared("a")).toEqual({ peerDependencies: { "floe-core": "*" } });
    expect(declaredByApplication).toMatchObject({ dependencies: { "floe-core": "*" } });
  });

  test("planPackages gives each package that asks for one a copy of floe-core of its own", () => {
    const { graph } = plan({ a: { floeCore: "copy" }, b: { floe: {}, floeCore: { version: "9.0.0" } }, c: { floe: {}, floeCore: "none" } }, "copy");
    const copies = [...graph.nodes.values()].filter(({ name }) => name === "floe-core");
    expect(copies.map(({ id }) => id)).toEqual(["floe-core of the application", "floe-core of a", "floe-core of b"]);
    expect(copies[2]).toMatchObject({ version: "9.0.0", content: { kind: "floe-core", versions: { version: "9.0.0" } } });
    expect(graph.nodes.get("c")?.edges).toEqual([]);
  });

  test("planPackages leaves floe-core to a table that has one", () => {
    const { graph } = plan({ "floe-core": { version: "7.0.0" }, a: { floe: {} } }, "shared");
    expect(graph.nodes.get("floe-core")).toMatchObject({ version: "7.0.0", content: { kind: "written" } });
    expect(graph.direct).toEqual(["floe-core", "a"]);
  });

  test("planPackages takes direct packages for members of a workspace unless they say otherwise", () => {
    const { graph } = plan({ a: {}, b: { of: "a" }, c: { isWorkspace: false }, d: { of: "a", isWorkspace: true } });
    expect([...graph.nodes.values()].map(({ isWorkspace }) => isWorkspace)).toEqual([true, false, false, true]);
  });

  test("planPackages refuses a parent that is not in the table", () => {
    expect(() => plan({ a: { of: "b" } })).toThrow('package "a" is of "b", which is not in the table');
  });

  test("planPackages refuses two packages of one name in one place, and permits them in two", () => {
    const twice = { one: { name: "same" }, two: { name: "same", version: "2.0.0" } };
    expect(() => plan(twice)).toThrow("the application has two packages called same");
    expect(() => plan({ p: { dependencies: ["one", "two"] }, one: { ...twice.one, direct: false }, two: { ...twice.two, of: "p" } })).toThrow(
      'package "p" has two packages called same',
    );
    expect(ids(plan({ p: {}, one: twice.one, two: { ...twice.two, of: "p" } }))).toEqual(["p", "one", "two"]);
  });
});
