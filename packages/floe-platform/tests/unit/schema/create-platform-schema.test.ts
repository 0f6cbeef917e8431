import { definePluginType, PluginMetadata, type PluginRegistry, PluginType } from "floe-core";
import { secret } from "floe-core/config";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { createPlatformSchema } from "../../../src/schema/create-platform-schema.ts";
import { fakeRegistry } from "../../support/fake-plugins.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";
import { SchemaPlugin } from "../../support/schema-plugin.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const jaeger = z.strictObject({ port: z.int(), token: secret(z.string().min(8)).optional() });

function registryWith(...plugins: readonly SchemaPlugin[]): PluginRegistry {
  const registry = fakeRegistry();
  for (const plugin of plugins) registry.register(PluginType.TELEMETRY_BACKEND, plugin);
  return registry;
}

describe("createPlatformSchema", () => {
  test.each([
    { compute: "duckdb" },
    { compute: { type: "duckdb", config: { threads: 4, path: "a.duckdb" } }, orchestrator: "local" },
    { compute: { type: "duckdb", config: { threads: "${env:THREADS}" }, policy: "optional" } },
    { compute: [{ type: "duckdb" }], telemetryBackend: ["zipkin", { type: "jaeger", config: { port: 1, token: "${secret:jaeger}" } }] },
  ])("createPlatformSchema accepts plugins: %j", async (plugins) => {
    const registry = registryWith(new SchemaPlugin("jaeger", () => jaeger), new SchemaPlugin("zipkin", () => null));
    const { schema, skipped } = await createPlatformSchema({ registry });
    expect(validatorOf(schema)({ name: "flights", plugins, transforms: "./models" })).toEqual([]);
    expect(skipped).toEqual([]);
  });

  test.each<[object, string]>([
    [{ compute: "dukdb" }, "/plugins/compute enum"],
    [{ compute: "duckdb", storage: "s3" }, "/plugins/storage pattern"],
    [{ compute: "duckdb", widget: "a" }, "/plugins additionalProperties"],
    [{ compute: { type: "duckdb", config: { threads: "four" } } }, "/plugins/compute/config/threads type"],
    [{ compute: { type: "duckdb", config: { treads: 4 } } }, "/plugins/compute/config additionalProperties"],
    [{ compute: "duckdb", telemetryBackend: { type: "jaeger" } }, "/plugins/telemetryBackend required"],
    [{ compute: "duckdb", telemetryBackend: { type: "zipkin", config: { a: 1 } } }, "/plugins/telemetryBackend/config maxProperties"],
    [{ compute: "duckdb", telemetryBackend: [{ type: "jaeger", config: { port: 1, token: "short" } }] }, "/plugins/telemetryBackend/0/config/token minLength"],
  ])("createPlatformSchema refuses plugins: %j", async (plugins, problem) => {
    const registry = registryWith(new SchemaPlugin("jaeger", () => jaeger), new SchemaPlugin("zipkin", () => null));
    const { schema } = await createPlatformSchema({ registry });
    expect(validatorOf(schema)({ name: "flights", plugins })).toContain(problem);
  });

  test("createPlatformSchema gives the same schema in whatever order plugins became known, and starts none", async () => {
    const names = ["b", "a", "c"];
    const make = (order: readonly string[]) => registryWith(...order.map((name) => new SchemaPlugin(name, () => jaeger)));
    const registry = make(names);
    const first = await createPlatformSchema({ registry });
    const second = await createPlatformSchema({ registry: make(names.toReversed()) });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(registry.list().map(({ state }) => state)).not.toContain("active");
  });

  test("createPlatformSchema keeps the definitions of two plugins apart", async () => {
    const node = (type: z.ZodType) => z.object({ node: z.object({ value: type }).meta({ id: `Node-${type.type}` }) });
    const same = (target: object) => Object.assign({ safeParse: () => ({ success: true as const, data: {} }) }, {
      "~standard": { jsonSchema: { input: () => ({ type: "object", properties: { value: { $ref: "#/$defs/Value" } }, $defs: { Value: target } }) } },
    });
    const registry = registryWith(
      new SchemaPlugin("texts", () => same({ type: "string" })),
      new SchemaPlugin("numbers", () => same({ type: "number" })),
      new SchemaPlugin("zod", () => node(z.boolean())),
    );
    const { schema, skipped } = await createPlatformSchema({ registry });
    const validate = validatorOf(schema);
    const withBackend = (type: string, config: object) => validate({ name: "a", plugins: { telemetryBackend: { type, config } } });
    expect(skipped).toEqual([]);
    expect(withBackend("texts", { value: "x" })).toEqual([]);
    expect(withBackend("numbers", { value: 1 })).toEqual([]);
    expect(withBackend("zod", { node: { value: true } })).toEqual([]);
    expect(withBackend("texts", { value: 1 })).not.toEqual([]);
    expect(withBackend("numbers", { value: "x" })).not.toEqual([]);
    expect(withBackend("zod", { node: { value: 1 } })).not.toEqual([]);
  });

  test("createPlatformSchema skips bad plugins, sorted by key, and goes on", async () => {
    const throwing = () => {
      throw new Error("no luck");
    };
    const registry = registryWith(new SchemaPlugin("bad", throwing), new SchemaPlugin("awful", throwing), new SchemaPlugin("zipkin", () => null));
    const { schema, skipped } = await createPlatformSchema({ registry });
    expect(skipped).toEqual([
      { key: "floe.telemetry_backends:awful", reason: "no luck" },
      { key: "floe.telemetry_backends:bad", reason: "no luck" },
    ]);
    const validate = validatorOf(schema);
    expect(validate({ name: "a", plugins: { telemetryBackend: "zipkin" } })).toEqual([]);
    expect(validate({ name: "a", plugins: { telemetryBackend: "bad" } })).not.toEqual([]);
  });

  test("createPlatformSchema finds what is installed from a folder, with the platform's own types", async () => {
    abstract class WidgetPlugin extends PluginMetadata {
      abstract render(): string;
    }
    const widget = definePluginType({ group: "floe.gadgets", base: WidgetPlugin, required: { render: "function" } });
    const cwd = temporaryFolder({
      "package.json": JSON.stringify({ name: "app", version: "1.0.0", floe: { gadgets: { broken: "./broken.mjs#Broken" } } }),
      "broken.mjs": "export const Broken = 7;",
    });
    const { schema, skipped } = await createPlatformSchema({ cwd, types: { gadget: widget } });
    expect(skipped).toMatchObject([{ key: "floe.gadgets:broken" }]);
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      properties: { plugins: { properties: { gadget: { description: "A type of the platform's own. No such plugin is installed." } } } },
    });
    const wide = await createPlatformSchema({ cwd, scope: "installed", types: { gadget: widget } });
    expect(wide).toEqual({ schema, skipped });
  });

  test("createPlatformSchema describes the working directory by default, as plain JSON", async () => {
    const cwd = temporaryFolder({
      "package.json": JSON.stringify({ name: "app", version: "1.0.0", floe: { computes: { broken: "./broken.mjs#Broken" } } }),
      "broken.mjs": "export const Broken = 7;",
    });
    const spy = vi.spyOn(process, "cwd").mockReturnValue(cwd);
    onTestFinished(() => spy.mockRestore());
    const { schema, skipped } = await createPlatformSchema();
    expect(skipped).toMatchObject([{ key: "floe.computes:broken" }]);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(validatorOf(schema)({ name: "a", plugins: {} })).toEqual([]);
  });
});
