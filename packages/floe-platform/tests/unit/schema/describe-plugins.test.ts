import { PluginRegistry, PluginType } from "floe-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { describePlugins } from "../../../src/schema/describe-plugins.ts";
import { SchemaPlugin } from "../../support/schema-plugin.ts";

test("describePlugins describes what it can, by name, and says of the rest why not", async () => {
  const registry = new PluginRegistry({ sources: [] });
  const schemas = {
    zipkin: () => null,
    jaeger: () => z.object({ port: z.number() }),
    bad: () => {
      throw new Error("no luck");
    },
    odd: () => Object.assign({ safeParse: () => ({ success: true as const, data: {} }) }, { "~standard": { jsonSchema: { input: () => 7 } } }),
  };
  for (const [name, schema] of Object.entries(schemas)) {
    registry.register(PluginType.TELEMETRY_BACKEND, new SchemaPlugin(name, schema, `The ${name}.`));
  }
  const { plugins, skipped } = await describePlugins(registry, PluginType.TELEMETRY_BACKEND, "telemetryBackend");
  expect(plugins.map(({ name }) => name)).toEqual(["jaeger", "odd", "zipkin"]);
  expect(plugins[0]).toMatchObject({
    description: "The jaeger.",
    definition: "config.telemetryBackend.jaeger",
    config: { isRequired: true, schema: { required: ["port"] } },
  });
  expect(skipped).toEqual([
    { key: "floe.telemetry_backends:bad", reason: "no luck" },
    { key: "floe.telemetry_backends:odd", reason: "its configuration schema has no usable JSON Schema: it is no object" },
  ]);
});
