import { describe, expect, test } from "vitest";
import { relaxSchema } from "../../../src/schema/relax-schema.ts";

const reference = { $ref: "#/$defs/reference" };
const template = { $ref: "#/$defs/template" };

describe("relaxSchema", () => {
  test.each([
    [{ type: "number" }],
    [{ type: "integer", minimum: 1 }],
    [{ type: "boolean" }],
    [{ type: ["number", "null"] }],
    [{ type: "number", enum: [1, 2] }],
  ])("relaxSchema lets %j be a whole reference", (schema) => {
    expect(relaxSchema(schema)).toEqual({ anyOf: [schema, reference] });
  });

  test.each([
    [{ type: "string", enum: ["a", "b"] }],
    [{ type: "string", const: "a" }],
    [{ type: "string", pattern: "^a" }],
    [{ type: "string", format: "uri" }],
    [{ type: "string", minLength: 8 }],
    [{ type: "string", maxLength: 8 }],
    [{ enum: [1, "a", null] }],
    [{ const: "a" }],
    [{ pattern: "a" }],
    [{ type: ["string", "number"], minLength: 2 }],
  ])("relaxSchema lets %j be a text with a reference in it", (schema) => {
    expect(relaxSchema(schema)).toEqual({ anyOf: [schema, template] });
  });

  test.each([
    [{}],
    [{ type: "string" }],
    [{ type: "string", description: "a" }],
    [{ type: "null" }],
    [{ type: "object", properties: {} }],
    [{ type: "array", items: {} }],
    [{ type: ["object", "null"] }],
    [{ anyOf: [{ type: "object" }] }],
    [{ $ref: "#/$defs/a" }],
    [{ minimum: 1 }],
  ])("relaxSchema leaves %j as it is", (schema) => {
    expect(relaxSchema(schema)).toBe(schema);
  });

  test("relaxSchema keeps what editors show outside", () => {
    expect(relaxSchema({ type: "integer", default: 4, description: "Threads.", minimum: 1 })).toEqual({
      default: 4,
      description: "Threads.",
      anyOf: [{ type: "integer", minimum: 1 }, reference],
    });
  });
});
