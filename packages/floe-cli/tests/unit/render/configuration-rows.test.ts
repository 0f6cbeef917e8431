import { secret } from "floe-core/config";
import { describe, expect, test } from "vitest";
import { configurationRows } from "../../../src/render/configuration-rows.ts";

const typeOf = (schema: object): string | undefined => configurationRows({ properties: { it: schema } })[0]?.type;

describe("configurationRows", () => {
  test("configurationRows lists settings with type, default, description, and those of objects after them", () => {
    const schema = {
      type: "object",
      required: ["host"],
      properties: {
        host: { type: "string", description: "Where it is." },
        port: { type: "integer", default: 443 },
        retry: { type: "object", properties: { times: { type: "integer" } } },
        mirrors: { type: "array", items: { type: "object", required: ["url"], properties: { url: { type: "string" } } } },
      },
    };
    expect(configurationRows(schema)).toEqual([
      { key: "host", type: "string", default: "", isRequired: true, description: "Where it is." },
      { key: "port", type: "integer", default: "443", isRequired: false, description: "" },
      { key: "retry", type: "object", default: "", isRequired: false, description: "" },
      { key: "retry.times", type: "integer", default: "", isRequired: false, description: "" },
      { key: "mirrors", type: "list of object", default: "", isRequired: false, description: "" },
      { key: "mirrors[].url", type: "string", default: "", isRequired: true, description: "" },
    ]);
  });

  test.each([
    [{ enum: ["a", 1] }, '"a" | 1'],
    [{ const: true }, "true"],
    [{ anyOf: [{ type: "string" }, { type: "integer" }, { type: "string" }] }, "string | integer"],
    [{ oneOf: [{ type: "null" }, { enum: ["x"] }] }, 'null | "x"'],
    [{ type: ["string", "null"] }, "string | null"],
    [{ type: "array", items: { type: "number" } }, "list of number"],
    [{ type: "array" }, "list of any"],
    [{ type: "object", additionalProperties: { type: "string" } }, "map of string"],
    [{ type: "object", additionalProperties: false }, "object"],
    [{ type: "string", writeOnly: true }, "string (secret)"],
    [{}, "any"],
    [true, "any"],
  ])("configurationRows calls %j %s", (schema, type) => {
    expect(typeOf(schema as object)).toBe(type);
  });

  test("configurationRows marks a secret as floe-core describes it", () => {
    expect(typeOf(secret()["~standard"].jsonSchema.input({ target: "draft-2020-12" }))).toBe("string (secret)");
  });

  test("configurationRows follows references, and comes to an end where they lead back", () => {
    const node = { type: "object", properties: { next: { $ref: "#/$defs/node", description: "The next one." } } };
    const rows = configurationRows({ properties: { first: { $ref: "#/$defs/node" }, self: { $ref: "#" } }, $defs: { node } });
    expect(rows.find(({ key }) => key === "first.next")).toMatchObject({ type: "object", description: "The next one." });
    expect(rows.map(({ key }) => key)).toContain("self.self.self.self");
    expect(Math.max(...rows.map(({ key }) => key.split(".").length))).toBe(4);
    expect(typeOf({ $ref: "#/$defs/gone" })).toBe("any");
  });

  test("configurationRows has none for a schema without settings", () => {
    expect(configurationRows({ type: "object" })).toEqual([]);
    expect(configurationRows({ properties: [] })).toEqual([]);
  });
});
