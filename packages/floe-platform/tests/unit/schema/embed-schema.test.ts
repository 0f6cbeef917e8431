import { describe, expect, test } from "vitest";
import { embedSchema } from "../../../src/schema/embed-schema.ts";
import type { JsonSchema } from "../../../src/schema/json-schema.ts";
import { reference, SHARED_SCHEMAS } from "../../../src/schema/shared-schemas.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";

const PLACE = reference("config.compute.duckdb").$ref;
const template = { $ref: "#/$defs/template" };
const whole = { $ref: "#/$defs/reference" };

function embedded(schema: JsonSchema) {
  const $defs = { ...SHARED_SCHEMAS, "config.compute.duckdb": embedSchema(schema, PLACE) };
  return validatorOf({ $ref: PLACE, $defs });
}

describe("embedSchema", () => {
  test("embedSchema opens scalars wherever a schema holds them", () => {
    const number = { type: "number" };
    const open = { anyOf: [number, whole] };
    expect(
      embedSchema(
        {
          $schema: "https://json-schema.org/draft/2020-12/schema",
          type: "object",
          properties: { a: number, list: { type: "array", prefixItems: [number], items: number, contains: number } },
          patternProperties: { "^x": number },
          additionalProperties: number,
          unevaluatedProperties: false,
          dependentSchemas: { a: { properties: { b: number } } },
          allOf: [{ properties: { c: number } }],
          $defs: { d: number },
        },
        PLACE,
      ),
    ).toEqual({
      type: "object",
      properties: { a: open, list: { type: "array", prefixItems: [open], items: open, contains: open } },
      patternProperties: { "^x": open },
      additionalProperties: open,
      unevaluatedProperties: false,
      dependentSchemas: { a: { properties: { b: open } } },
      allOf: [{ properties: { c: open } }],
      $defs: { d: open },
    });
  });

  test("embedSchema leaves alone what would take less, what judges keys, and plain values", () => {
    const schema = {
      type: "object",
      not: { properties: { a: { const: 1 } } },
      if: { properties: { a: { const: 1 } } },
      propertyNames: { pattern: "^a" },
      default: { type: "number" },
      examples: [{ $ref: "#/nowhere" }],
    };
    expect(embedSchema(schema, PLACE)).toEqual(schema);
  });

  test("embedSchema opens what follows a condition", () => {
    expect(embedSchema({ if: {}, then: { const: "a" }, else: { const: "b" } }, PLACE)).toEqual({
      if: {},
      then: { anyOf: [{ const: "a" }, template] },
      else: { anyOf: [{ const: "b" }, template] },
    });
  });

  test("embedSchema lets a reference fit several alternatives", () => {
    const kind = (word: string): JsonSchema => ({ type: "object", properties: { kind: { const: word } }, required: ["kind"] });
    const validate = embedded({ oneOf: [kind("a"), kind("b")] });
    expect(validate({ kind: "a" })).toEqual([]);
    expect(validate({ kind: "${env:KIND}" })).toEqual([]);
    expect(validate({ kind: "c" })).not.toEqual([]);
  });

  test("embedSchema keeps oneOf where anyOf stands beside it, and inside of not", () => {
    const both = { anyOf: [{ type: "object" }], oneOf: [{ type: "object" }] };
    expect(embedSchema(both, PLACE)).toEqual(both);
    expect(embedSchema({ not: { oneOf: [{}] } }, PLACE)).toEqual({ not: { oneOf: [{}] } });
  });

  test("embedSchema moves references to definitions and to the whole", () => {
    const validate = embedded({
      type: "object",
      properties: { node: { $ref: "#/$defs/Node" }, old: { $ref: "#/definitions/Old" }, self: { $ref: "#" } },
      additionalProperties: false,
      $defs: { Node: { type: "object", properties: { next: { $ref: "#/$defs/Node" }, port: { type: "integer" } } } },
      definitions: { Old: { type: "boolean" } },
    });
    expect(validate({ node: { next: { next: { port: 1 } } }, old: true, self: { self: {} } })).toEqual([]);
    expect(validate({ node: { next: { port: "${env:PORT}" } }, old: "${env:OLD}" })).toEqual([]);
    expect(validate({ node: { next: { port: "x" } } })).not.toEqual([]);
    expect(validate({ old: 1 })).not.toEqual([]);
    expect(validate({ self: { other: 1 } })).toEqual(["/self additionalProperties"]);
  });

  test("embedSchema takes a property that is called like a keyword for a property", () => {
    const validate = embedded({ type: "object", properties: { $ref: { type: "string" }, $id: { type: "number" } } });
    expect(validate({ $ref: "x", $id: 1 })).toEqual([]);
    expect(validate({ $id: "x" })).not.toEqual([]);
  });

  test("embedSchema leaves schemas that are true or false, and malformed ones, as they are", () => {
    const schema = { properties: { a: true, b: false }, allOf: "x", $defs: 7 };
    expect(embedSchema(schema, PLACE)).toEqual(schema);
  });

  test.each([
    [{ $ref: "https://example.org/schema.json" }, "it refers to something other than its own definitions"],
    [{ properties: { a: { $ref: "#/properties/b" } } }, "it refers to something other than its own definitions"],
    [{ $defs: { a: { $ref: "#/$defs/b/properties/c" } } }, "it refers to something other than its own definitions"],
    [{ $ref: 7 }, "it refers to something other than its own definitions"],
    [{ $id: "https://example.org/schema.json" }, "it holds $id, which cannot be moved into another schema"],
    [{ items: { $anchor: "a" } }, "it holds $anchor, which cannot be moved into another schema"],
    [{ $dynamicRef: "#a" }, "it holds $dynamicRef, which cannot be moved into another schema"],
  ])("embedSchema refuses %j", (schema, message) => {
    expect(() => embedSchema(schema, PLACE)).toThrow(message);
  });
});
