import { describe, expect, test } from "vitest";
import { z } from "zod";
import { configSchema } from "../../src/config-schema.ts";

describe("configSchema", () => {
  test("takes no configuration at all as: no prefix, no files", () => {
    expect(configSchema.safeParse({})).toMatchObject({ success: true, data: { prefix: "", files: [] } });
  });

  test("takes a file as its path alone, which then has to be there, or with optional", () => {
    const files = [".env", { path: "b.env" }, { path: "c.env", optional: true }];
    expect(configSchema.safeParse({ files })).toMatchObject({
      success: true,
      data: {
        files: [
          { path: ".env", optional: false },
          { path: "b.env", optional: false },
          { path: "c.env", optional: true },
        ],
      },
    });
  });

  test.each(["A-B", "ü", "A B", 3, null])("refuses the prefix %j", (prefix) => {
    expect(configSchema.safeParse({ prefix })).toMatchObject({ success: false, error: { issues: [{ path: ["prefix"] }] } });
  });

  test.each(["", "a\0b", 3, null, {}, { path: "a", optional: "yes" }])("refuses the file %j", (file) => {
    expect(configSchema.safeParse({ files: [".env", file] })).toMatchObject({
      success: false,
      error: { issues: [{ path: ["files", 1], message: "a file must be its path, or { path, optional: true }" }] },
    });
  });

  test("refuses an unknown key, of a file too", () => {
    expect(configSchema.safeParse({ files: [{ path: "a", optonal: true }] })).toMatchObject({
      success: false,
      error: { issues: [{ code: "unrecognized_keys", keys: ["optonal"] }] },
    });
    expect(configSchema.safeParse({ file: ".env" })).toMatchObject({
      success: false,
      error: { issues: [{ code: "unrecognized_keys" }] },
    });
  });

  test("can be shown as the JSON Schema of what users write", () => {
    if (!(configSchema instanceof z.ZodType)) throw new Error("is no schema of zod");
    expect(z.toJSONSchema(configSchema, { io: "input" })).toMatchObject({
      properties: { prefix: { type: "string" }, files: { items: { anyOf: [{ type: "string" }, { type: "object" }] } } },
      additionalProperties: false,
    });
  });
});
