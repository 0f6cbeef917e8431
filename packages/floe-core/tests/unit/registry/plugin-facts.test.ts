import { describe, expect, test } from "vitest";
import { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import { fakeSecrets, IDENTITY, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, fakeSource, registered } from "../../support/fake-registry.ts";

const SCHEMA = { safeParse: (data: unknown) => ({ success: true, data }) as never };

describe("list", () => {
  test("list describes a discovered plugin from its manifest, without loading it", () => {
    const registry = discovered([
      { name: "a", apiVersion: undefined, description: "says so", dependencies: ["b", { name: "c", optional: true }] },
    ]);
    expect(registry.list()).toStrictEqual([
      {
        key: "floe.secrets:a",
        type: "floe.secrets",
        name: "a",
        version: "1.2.3",
        apiVersion: undefined,
        description: "says so",
        dependencies: ["b", { name: "c", optional: true }],
        package: { name: "floe-a", version: "1.2.3", path: "/app/node_modules/floe-a" },
        state: "discovered",
        isConfigured: false,
      },
    ]);
  });

  test("list describes a loaded plugin from its instance", async () => {
    const registry = discovered([
      { name: "a", apiVersion: undefined, behaviour: { floeApiVersion: "1.0", description: "the class's own" } },
    ]);
    await registry.get(SECRETS, "a");
    expect(registry.list()[0]).toMatchObject({ apiVersion: "1.0", description: "the class's own", state: "loaded" });
  });

  test("list describes a registered plugin, which comes from no package", () => {
    const [info] = registered([fakeSecrets("a", { description: "own", dependencies: ["b"] })]).list();
    expect(info).toStrictEqual({
      key: "floe.secrets:a",
      type: "floe.secrets",
      name: "a",
      version: "1.2.3",
      apiVersion: "1.0",
      description: "own",
      dependencies: ["b"],
      state: "loaded",
      isConfigured: false,
    });
  });

  test("list names all packages that offer an unsettled key, and describes the first", () => {
    const registry = discovered([
      { name: "a", package: { name: "two", version: "2.0.0", path: "/two" } },
      { name: "a", package: { name: "one", version: "1.0.0", path: "/one" }, description: "first" },
    ]);
    const [info] = registry.list();
    expect(info).toMatchObject({ version: "1.0.0", description: "first", package: { name: "one" } });
    expect(info?.conflict?.map(({ name }) => name)).toStrictEqual(["one", "two"]);
    expect(registry.resolve()).toMatchObject({ order: ["floe.secrets:a"] });
  });

  test("list gives a plugin whose manifest does not describe it an empty description", () => {
    expect(discovered([{ name: "a" }]).list()[0]?.description).toBe("");
  });

  test("resolve takes the version of an unsettled key for unknown", () => {
    const registry = discovered([
      { name: "a", package: { name: "one", version: "1.0.0", path: "/one" } },
      { name: "a", package: { name: "two", version: "2.0.0", path: "/two" } },
      { name: "needs", dependencies: [{ name: "a", version: "^1.0.0" }] },
    ]);
    expect(registry.resolve().versionConflicts).toMatchObject([{ found: "unknown", reason: "its version is not known" }]);
  });

  test("list says whether a plugin is configured; one that takes nothing is not", async () => {
    const registry = registered([fakeSecrets("a", { schema: () => SCHEMA }), fakeSecrets("b"), fakeSecrets("c")]);
    await registry.configure(SECRETS, "a", {});
    await registry.configure(SECRETS, "b", {});
    expect(registry.list().map(({ isConfigured }) => isConfigured)).toStrictEqual([true, false, false]);
  });

  test("list is sorted by key, or by name within one type, and empty for a type without plugins", () => {
    const registry = discovered([{ name: "b" }, { name: "z", type: IDENTITY }, { name: "a" }]);
    expect(registry.list().map(({ key }) => key)).toStrictEqual(["floe.identity:z", "floe.secrets:a", "floe.secrets:b"]);
    expect(registry.list(SECRETS).map(({ name }) => name)).toStrictEqual(["a", "b"]);
    expect(registry.list("floe.dbt")).toStrictEqual([]);
  });

  test("list hands out frozen entries, and nothing done to a plugin's own list changes them", async () => {
    const spec = { name: "b", optional: true };
    const dependencies = [spec];
    const registry = registered([fakeSecrets("a", { dependencies })]);
    spec.optional = false;
    dependencies.pop();
    const [info] = registry.list();
    expect(info?.dependencies).toStrictEqual([{ name: "b", optional: true }]);
    expect(Object.isFrozen(info)).toBe(true);
    expect(Object.isFrozen(info?.dependencies)).toBe(true);
    expect(Object.isFrozen(info?.dependencies[0])).toBe(true);
    expect((await registry.activateAll()).ok).toBe(true);
  });
});

describe("listAll", () => {
  test("listAll has every type as a key, with the names discovered and registered, sorted", () => {
    const types = [{ group: "floe.widgets", required: {} }];
    const registry = new PluginRegistry({ types, sources: [fakeSource([{ name: "c" }, { name: "a" }])] });
    registry.discoverAll();
    registry.register(SECRETS, fakeSecrets("b"));
    const all = registry.listAll();
    expect(Object.keys(all)).toHaveLength(12);
    expect(all).toMatchObject({ "floe.secrets": ["a", "b", "c"], "floe.widgets": [], "floe.computes": [] });
    all[SECRETS].push("mine");
    expect(registry.listAll()[SECRETS]).toStrictEqual(["a", "b", "c"]);
  });
});
