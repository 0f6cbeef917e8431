import type { ConfigSchema } from "floe-core";
import { secret } from "floe-core/config";
import { describe, expect, test } from "vitest";
import { describeConfiguration } from "../../../src/explain/describe-configuration.ts";

function pluginWith(schema: unknown): { getConfigSchema: () => ConfigSchema | null } {
  return { getConfigSchema: () => schema as ConfigSchema | null };
}

const standard = (input: unknown): unknown => ({ safeParse: () => ({}), "~standard": { jsonSchema: { input } } });

describe("describeConfiguration", () => {
  test("describeConfiguration shows the JSON Schema of what users write", () => {
    expect(describeConfiguration(pluginWith(secret()))).toEqual({
      kind: "schema",
      schema: expect.objectContaining({ type: "string", writeOnly: true }),
    });
  });

  test("describeConfiguration asks for draft 2020-12", () => {
    const asked: unknown[] = [];
    describeConfiguration(pluginWith(standard((options: unknown) => (asked.push(options), {}))));
    expect(asked).toEqual([{ target: "draft-2020-12" }]);
  });

  test.each([
    ["a plugin that takes none", null, { kind: "none" }],
    ["a schema without JSON Schema", { safeParse: () => ({}) }, { kind: "unknown", reason: "its schema offers no JSON Schema" }],
    ["a schema without the interface's end", { "~standard": { jsonSchema: 1 } }, { kind: "unknown", reason: "its schema offers no JSON Schema" }],
    ["a JSON Schema that is none", standard(() => true), { kind: "unknown", reason: "its schema's JSON Schema is not an object" }],
    [
      "a schema that cannot be put into JSON Schema",
      standard(() => {
        throw new Error("Dates cannot be represented");
      }),
      { kind: "unknown", reason: "Dates cannot be represented" },
    ],
    [
      "something thrown that is no error",
      standard(() => {
         
        throw "no";
      }),
      { kind: "unknown", reason: "no" },
    ],
  ])("describeConfiguration says so for %s", (_, schema, description) => {
    expect(describeConfiguration(pluginWith(schema))).toEqual(description);
  });
});
