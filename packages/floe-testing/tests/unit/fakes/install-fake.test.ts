import { FLOE_PLUGIN_API_VERSION } from "floe-core";
import { describe, expect, test } from "vitest";
import { FakeCompute } from "../../../src/fakes/fake-compute.ts";
import { createTestRegistry } from "../../../src/registry/test-registry.ts";

describe("installFake", () => {
  test("installFake gives a fake an identity where no one states it", () => {
    const fake = new FakeCompute();
    expect(fake).toMatchObject({ name: "fake", version: "1.0.0", floeApiVersion: FLOE_PLUGIN_API_VERSION });
  });

  test("installFake states what its options state", () => {
    const fake = new FakeCompute({ name: "mine", version: "2.0.0", dependencies: ["other"], description: "text" });
    expect(fake).toMatchObject({ name: "mine", version: "2.0.0", dependencies: ["other"], description: "text" });
  });

  test("installFake leaves the identity to the manifest where there is one", async () => {
    const entry = { load: FakeCompute, version: "3.2.1", description: "from the manifest" };
    await using registry = createTestRegistry({ plugins: { "floe.computes": { other: entry } } });
    const fake = await registry.get("floe.computes", "other");
    expect(fake).toMatchObject({ name: "other", version: "3.2.1", description: "from the manifest" });
  });

  test("installFake records hooks and members with their arguments, in order across fakes", async () => {
    const [one, two] = [new FakeCompute(), new FakeCompute()];
    one.generateDbtProfile();
    two.getResourceRequirements("small");
    await one.validateConnection();
    expect(one.calls.map(({ hook }) => hook)).toEqual(["generateDbtProfile", "validateConnection"]);
    expect(two.calls).toMatchObject([{ hook: "getResourceRequirements", arguments: ["small"] }]);
    const order = [one.calls[0], two.calls[0], one.calls[1]].map((call) => call?.at ?? 0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(3);
  });

  test("installFake replaces members by options, and records them all the same", () => {
    const fake = new FakeCompute({ isSelfHosted: false, generateDbtProfile: () => ({ type: "mine" }) });
    expect(fake.isSelfHosted).toBe(false);
    expect(fake.generateDbtProfile()).toEqual({ type: "mine" });
    expect(fake.calls).toMatchObject([{ hook: "generateDbtProfile" }]);
  });

  test("installFake adds optional members that the fake has not", async () => {
    const fake = new FakeCompute({ getReferencedTables: async (sql) => [sql] });
    await expect(fake.getReferencedTables?.("a")).resolves.toEqual(["a"]);
  });

  test("installFake stores a configuration after a `configure` of the options, unless that throws", () => {
    const seen: unknown[] = [];
    const fake = new FakeCompute({
      configure: (config) => {
        if (config === "bad") throw new Error("refused");
        seen.push(config);
      },
    });
    expect(() => fake.configure("bad")).toThrow("refused");
    expect(fake.isConfigured).toBe(false);
    fake.configure("good");
    expect(fake.config).toBe("good");
    expect(seen).toEqual(["good"]);
    expect(fake.calls.map(({ arguments: [config] }) => config)).toEqual(["bad", "good"]);
  });

  test("installFake does not record getConfigSchema, which anyone may ask at any time", () => {
    const schema = { safeParse: (input: unknown) => ({ success: true, data: input }) as const };
    const fake = new FakeCompute({ getConfigSchema: () => schema });
    expect(fake.getConfigSchema()).toBe(schema);
    expect(fake.calls).toEqual([]);
  });

  test("installFake lets errors other than a missing identity through", () => {
    const fake = new FakeCompute();
    const slot = Symbol.for("floe.plugin.host");
    Object.defineProperty(fake, slot, {
      value: {
        get identity() {
          throw new RangeError("broken slot");
        },
      },
    });
    expect(() => fake.name).toThrow(RangeError);
  });

  test("installFake runs the hooks of its options in a registry, with the contexts that they are given", async () => {
    const fake = new FakeCompute({
      name: "mine",
      startup: async ({ logger }) => logger.info("up"),
      healthCheck: () => ({ state: "degraded" }),
    });
    await using registry = createTestRegistry();
    registry.register("floe.computes", fake);
    await registry.activate("floe.computes", "mine");
    expect(await registry.healthCheck("floe.computes", "mine")).toMatchObject({ state: "degraded" });
    expect(registry.logs).toContainEqual({ level: "info", message: "up", fields: {} });
    await registry.shutdownAll();
    expect(fake.calls.map(({ hook }) => hook)).toEqual(["startup", "healthCheck", "shutdown"]);
  });
});
