import { describe, expect, test } from "vitest";
import type { PluginKey } from "../../../src/plugin-key.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { PluginStore } from "../../../src/registry/plugin-store.ts";
import { resolveToStart } from "../../../src/registry/resolve-known.ts";
import { fakeIdentity, fakeSecrets, IDENTITY, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, registered } from "../../support/fake-registry.ts";

describe("resolve", () => {
  test("resolve orders everything that is known, without loading it", () => {
    const registry = discovered([{ name: "a", dependencies: ["b"] }, { name: "b" }, { name: "c", dependencies: ["absent"] }]);
    expect(registry.resolve()).toMatchObject({
      order: ["floe.secrets:b", "floe.secrets:a"],
      waves: [["floe.secrets:b"], ["floe.secrets:a"]],
      missing: [{ plugin: "floe.secrets:c", dependency: "absent" }],
      ambiguous: [],
      versionConflicts: [],
      cycles: [],
      blocked: [],
    });
    expect(registry.list().every(({ state }) => state === "discovered")).toBe(true);
  });

  test("resolve takes a selection with what it needs, and reports a key that is not known", () => {
    const registry = discovered([{ name: "a", dependencies: ["b"] }, { name: "b" }, { name: "c" }]);
    const resolution = registry.resolve(["floe.secrets:a", "floe.secrets:absent"]);
    expect(resolution.order).toStrictEqual(["floe.secrets:b", "floe.secrets:a"]);
    expect(resolution.missing).toMatchObject([{ plugin: undefined, dependency: "floe.secrets:absent" }]);
  });

  test("resolve lets a dependency on a type mean the selected plugin of that type", () => {
    const registry = registered([fakeSecrets("a", { dependencies: [{ type: IDENTITY }] }), fakeIdentity("one"), fakeIdentity("two")]);
    expect(registry.resolve().ambiguous).toHaveLength(1);
    expect(registry.resolve(["floe.secrets:a", "floe.identity:two"]).order).toStrictEqual([
      "floe.identity:two",
      "floe.secrets:a",
    ]);
  });

  test("resolve never throws, whatever the dependencies are", () => {
    const registry = registered([fakeSecrets("a", { dependencies: [":", "a:b:c", { name: "x", version: "not a range" }] })]);
    expect(registry.resolve().missing).toHaveLength(3);
  });

  test("graph gives who needs whom beside the resolution, as plain JSON sorted by key", () => {
    const registry = registered([
      fakeSecrets("b"),
      fakeSecrets("a", { dependencies: [{ name: "b", optional: true }, "c", { name: "absent", optional: true }] }),
      fakeSecrets("c"),
    ]);
    const graph = registry.graph();
    expect(graph.resolution).toStrictEqual(registry.resolve());
    expect(JSON.parse(JSON.stringify(graph.requirements))).toStrictEqual({
      "floe.secrets:a": [
        { key: "floe.secrets:b", optional: true },
        { key: "floe.secrets:c", optional: false },
      ],
      "floe.secrets:b": [],
      "floe.secrets:c": [],
    });
    expect(Object.keys(graph.requirements)).toStrictEqual(["floe.secrets:a", "floe.secrets:b", "floe.secrets:c"]);
  });

  test("graph of a selection holds it and what it needs", () => {
    const registry = registered([fakeSecrets("a", { dependencies: ["b"] }), fakeSecrets("b"), fakeSecrets("c")]);
    expect(Object.keys(registry.graph(["floe.secrets:a"]).requirements)).toStrictEqual(["floe.secrets:a", "floe.secrets:b"]);
  });

  test("resolve shows the dependencies of what is active, too", async () => {
    const registry = registered([fakeSecrets("a", { dependencies: ["b"] }), fakeSecrets("b")]);
    await registry.activate(SECRETS, "a");
    expect(registry.resolve().waves).toStrictEqual([["floe.secrets:b"], ["floe.secrets:a"]]);
  });
});

describe("resolveToStart", () => {
  function storeWith(dependencies: readonly string[], isActive: boolean): PluginStore {
    const store = new PluginStore([]);
    const record = new PluginRecord(SECRETS, "a", undefined);
    record.facts = { version: "1.0.0", apiVersion: "1.0", description: "", dependencies };
    record.state = isActive ? "active" : "loaded";
    store.add(record);
    return store;
  }

  test("resolveToStart asks nothing of what is up", () => {
    expect(resolveToStart(storeWith(["absent"], true)).resolution).toMatchObject({ order: ["floe.secrets:a"], missing: [] });
    expect(resolveToStart(storeWith(["absent"], false)).resolution.order).toStrictEqual([]);
  });

  test("resolveToStart takes a selection, and what else is chosen for a type", () => {
    const store = storeWith([], false);
    for (const name of ["one", "two"]) store.add(new PluginRecord(IDENTITY, name, undefined));
    const needy = new PluginRecord(SECRETS, "needy", undefined);
    needy.facts = { version: "1.0.0", apiVersion: "1.0", description: "", dependencies: [{ type: IDENTITY }] };
    store.add(needy);
    const select: PluginKey[] = ["floe.secrets:needy"];
    expect(resolveToStart(store, select).resolution.ambiguous).toHaveLength(1);
    expect(resolveToStart(store, select, ["floe.identity:two"]).resolution.order).toStrictEqual([
      "floe.identity:two",
      "floe.secrets:needy",
    ]);
  });
});
