import { describe, expect, test } from "vitest";
import { DuplicatePluginError } from "../../../src/errors/duplicate-plugin-error.ts";
import { PluginContractError } from "../../../src/errors/plugin-contract-error.ts";
import { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import { FakeSecrets, fakeIdentity, fakeSecrets, IDENTITY, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, registered } from "../../support/fake-registry.ts";
import { thrownBy } from "../../support/thrown-by.ts";

describe("register", () => {
  test("register makes a plugin show up everywhere that a discovered one does", async () => {
    const registry = discovered([{ name: "found" }]);
    const own = fakeSecrets("own");
    registry.register(SECRETS, own);
    expect(registry.has(SECRETS, "own")).toBe(true);
    expect(registry.find(SECRETS, "own")).toBe(own);
    expect(await registry.get(SECRETS, "own")).toBe(own);
    expect((await registry.getAll(SECRETS)).plugins).toContain(own);
    expect(registry.state(SECRETS, "own")).toBe("loaded");
    expect(registry.list().map(({ name }) => name)).toStrictEqual(["found", "own"]);
    expect(registry.listAll()[SECRETS]).toStrictEqual(["found", "own"]);
    expect(registry.resolve().order).toStrictEqual(["floe.secrets:found", "floe.secrets:own"]);
    expect((await registry.activateAll()).plugins).toHaveLength(2);
    expect((await registry.healthCheckAll()).plugins).toHaveLength(2);
  });

  test("register tells the plugin the registry's folder", () => {
    const own = fakeSecrets("own");
    registered([own], { cwd: "/somewhere" });
    expect(own.baseDir).toBe("/somewhere");
  });

  test("register takes the same name under two types", () => {
    const registry = registered([fakeSecrets("a"), fakeIdentity("a")]);
    expect(registry.list().map(({ key }) => key)).toStrictEqual(["floe.identity:a", "floe.secrets:a"]);
  });

  test("register refuses a second plugin of one name, and leaves the first and the second as they are", () => {
    const first = fakeSecrets("a");
    const second = fakeSecrets("a", { version: "2.0.0" });
    const registry = registered([first]);
    let error: DuplicatePluginError | undefined;
    try {
      registry.register(SECRETS, second);
    } catch (thrown) {
      error = thrown as DuplicatePluginError;
    }
    expect(error?.code).toBe("FLOE_PLUGIN_DUPLICATE");
    expect(error?.candidates).toStrictEqual([
      { package: "(registered)", version: "1.2.3", path: "" },
      { package: "(registered)", version: "2.0.0", path: "" },
    ]);
    expect(registry.find(SECRETS, "a")).toBe(first);
    expect(second.baseDir).toBe(process.cwd());
  });

  test("register refuses a name that was discovered, and names every package that offers it", async () => {
    const registry = discovered([
      { name: "a", package: { name: "one", path: "/one" } },
      { name: "a", package: { name: "two", path: "/two" } },
    ]);
    const error = await thrownBy(() => registry.register(SECRETS, fakeSecrets("a")), DuplicatePluginError);
    expect(error.message).toContain("Cannot register plugin floe.secrets:a");
    expect(error.candidates.map((candidate) => candidate.package)).toStrictEqual(["one", "two", "(registered)"]);
    expect(error.hint).toBe("Give the plugin another name, or unregister the one that is there.");
  });

  test("register refuses a plugin that breaks its contract, with every violation, and stores nothing", async () => {
    const registry = registered([]);
    const bad = Object.assign(new FakeSecrets(), { getSecret: "no", version: "1" });
    const error = await thrownBy(() => registry.register(SECRETS, bad), PluginContractError);
    expect(error.code).toBe("FLOE_PLUGIN_CONTRACT");
    expect(error.message).toContain("Cannot register plugin floe.secrets:(unnamed)");
    expect(error.violations.map(({ member }) => member)).toStrictEqual(["getSecret", "name", "version", "floeApiVersion"]);
    const numbered = Object.assign(fakeSecrets("a"), { name: 5 }) as unknown as FakeSecrets;
    const unnamed = await thrownBy(() => registry.register(SECRETS, numbered), PluginContractError);
    expect(unnamed.message).toContain("Cannot register plugin floe.secrets:(unnamed)");
    expect(registry.list()).toStrictEqual([]);
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "plugin"],
    ["a class", FakeSecrets],
    ["a plain object", {}],
    ["a plugin of another type", fakeIdentity("a")],
    ["a name that is no text", Object.assign(fakeSecrets("a"), { name: 5 })],
  ])("register refuses %s", async (_, plugin) => {
    const registry = registered([]);
    expect((await thrownBy(() => registry.register(SECRETS, plugin as FakeSecrets))).code).toBe("FLOE_PLUGIN_CONTRACT");
    expect(registry.list()).toStrictEqual([]);
  });

  test("register refuses a frozen instance, on which no configuration could be kept", async () => {
    const frozen = Object.freeze(fakeSecrets("a"));
    const error = await thrownBy(() => registered([]).register(SECRETS, frozen), PluginContractError);
    expect(error.violations).toStrictEqual([
      { rule: "extensible", member: "", expected: "an object that can be extended", found: "a frozen or sealed one" },
    ]);
  });

  test("register refuses malformed dependencies before they can harm a resolution", async () => {
    const bad = fakeSecrets("a", { dependencies: [{ name: 5 }] as never });
    expect((await thrownBy(() => registered([]).register(SECRETS, bad))).message).toContain("dependencies:");
  });

  test.each([
    ["2.0", "1.0"],
    ["1.1", "1.0"],
    ["1.0", "2.0"],
  ])("register refuses a plugin of API %s on a platform of API %s", async (floeApiVersion, apiVersion) => {
    const registry = registered([], { apiVersion });
    const error = await thrownBy(() => registry.register(SECRETS, fakeSecrets("a", { floeApiVersion })));
    expect(error).toMatchObject({
      code: "FLOE_PLUGIN_INCOMPATIBLE",
      requiredVersion: floeApiVersion,
      platformVersion: apiVersion,
    });
    expect(registry.has(SECRETS, "a")).toBe(false);
  });

  test("register refuses an unknown type", async () => {
    const registry = registered([]);
    const error = await thrownBy(() => registry.register("floe.widgets" as typeof SECRETS, fakeSecrets("a")));
    expect(error.message).toContain("Cannot register plugin floe.widgets:a");
    expect(error.code).toBe("FLOE_PLUGIN_NOT_FOUND");
  });

  test("register keeps the configuration of a plugin that was configured before, frozen", async () => {
    const own = fakeSecrets("a", { schema: () => ({ safeParse: () => ({ success: true, data: {} }) }) });
    const given = { nested: { path: "/data" } };
    own.configure(given);
    const registry = registered([own]);
    const config = registry.getConfig(SECRETS, "a");
    expect(config).toStrictEqual({ nested: { path: "/data" } });
    expect(own.config).toBe(config);
    expect(Object.isFrozen(config?.nested)).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
    await registry.activate(SECRETS, "a");
    expect(registry.getConfig(SECRETS, "a")).toBe(config);
  });

  test.each([undefined, null, "text"])("register takes a plugin configured with %j for one that never was", (config) => {
    const own = fakeSecrets("a");
    own.configure(config as never);
    expect(registered([own]).getConfig(SECRETS, "a")).toBeUndefined();
  });

  test("registries share nothing", () => {
    const one = registered([fakeSecrets("a")]);
    const two = new PluginRegistry({ sources: [] });
    two.register(IDENTITY, fakeIdentity("b"));
    expect(one.list().map(({ name }) => name)).toStrictEqual(["a"]);
    expect(two.list().map(({ name }) => name)).toStrictEqual(["b"]);
  });
});
