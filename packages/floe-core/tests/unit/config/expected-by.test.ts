import { describe, expect, test } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";
import { expectedBy } from "../../../src/config/expected-by.ts";
import type { Parts } from "../../../src/config/schema-parts.ts";

interface Schema {
  safeParse(input: unknown): { readonly success: boolean; readonly error?: { readonly issues: readonly object[] } | undefined };
}

function expectedOf(schema: Schema, input: unknown): string {
  const issue = schema.safeParse(input).error?.issues[0];
  if (issue === undefined) throw new Error("the schema accepts the input");
  return expectedBy({ ...issue });
}

const DAY = new Date("2026-01-01T00:00:00Z");

describe("expectedBy", () => {
  test.each<[string, Schema, Schema, unknown]>([
    ["string", z.string(), z3.string(), 1],
    ["object", z.object({}), z3.object({}), 1],
    ["string of at least 3 characters", z.string().min(3), z3.string().min(3), "a"],
    ["string of at most 1 characters", z.string().max(1), z3.string().max(1), "abc"],
    ["string of exactly 2 characters", z.string().length(2), z3.string().length(2), "a"],
    ["number of at least 3", z.number().min(3), z3.number().min(3), 1],
    ["number of more than 3", z.number().gt(3), z3.number().gt(3), 3],
    ["number of at most 3", z.number().max(3), z3.number().max(3), 4],
    ["number of less than 3", z.number().lt(3), z3.number().lt(3), 3],
    ["bigint of at least 3", z.bigint().min(3n), z3.bigint().min(3n), 1n],
    ["array of at least 2 items", z.array(z.string()).min(2), z3.array(z3.string()).min(2), []],
    ["set of at most 1 items", z.set(z.number()).max(1), z3.set(z3.number()).max(1), new Set([1, 2])],
    ["date of at least 2026-01-01T00:00:00.000Z", z.date().min(DAY), z3.date().min(DAY), new Date(0)],
    ["date of at most 2026-01-01T00:00:00.000Z", z.date().max(DAY), z3.date().max(DAY), new Date("2027-01-01")],
    ["multiple of 5", z.number().multipleOf(5), z3.number().multipleOf(5), 3],
    ["string in the format email", z.email(), z3.string().email(), "a"],
    ['string that starts with "s3:"', z.string().startsWith("s3:"), z3.string().startsWith("s3:"), "a"],
    ['string that ends with ".db"', z.string().endsWith(".db"), z3.string().endsWith(".db"), "a"],
    ['string that includes "x"', z.string().includes("x"), z3.string().includes("x"), "a"],
    ['"a"', z.literal("a"), z3.literal("a"), "b"],
    ["null", z.null(), z3.null(), 1],
    ['one of "a", "b"', z.enum(["a", "b"]), z3.enum(["a", "b"]), "c"],
    ["string or number", z.union([z.string(), z.number()]), z3.union([z3.string(), z3.number()]), true],
    ["a value that the schema accepts", z.string().refine(() => false), z3.string().refine(() => false), "a"],
  ])("expectedBy says %s for zod 4 and zod 3", (expected, schema4, schema3, input) => {
    expect(expectedOf(schema4, input)).toBe(expected);
    expect(expectedOf(schema3, input)).toBe(expected);
  });

  test("expectedBy names the pattern where the issue does", () => {
    expect(expectedOf(z.string().regex(/^a+$/), "b")).toBe("string that matches /^a+$/");
    expect(expectedOf(z3.string().regex(/^a+$/), "b")).toBe("string in the schema's format");
  });

  test("expectedBy names what a key or an element of a map has to be", () => {
    expect(expectedOf(z.record(z.string().min(3), z.number()), { a: 1 })).toBe("key that is string of at least 3 characters");
    expect(expectedOf(z.map(z.string(), z.number()), new Map([[{}, 1]]))).toBe("key that is string");
    expect(expectedOf(z.set(z.number()), new Set(["a"]))).toBe("number");
    expect(expectedOf(z.map(z.object({}), z.number()), new Map([[{}, "a"]]))).toBe("element that is number");
  });

  test("expectedBy names the tags of a discriminated union", () => {
    const of4 = z.discriminatedUnion("type", [z.object({ type: z.literal("x") }), z.object({ type: z.literal("y") })]);
    const of3 = z3.discriminatedUnion("type", [z3.object({ type: z3.literal("x") }), z3.object({ type: z3.literal("y") })]);
    expect(expectedOf(of4, { type: "z" })).toBe('one of "x", "y"');
    expect(expectedOf(of3, { type: "z" })).toBe('one of "x", "y"');
  });

  test("expectedBy knows zod 3's dates and finite numbers", () => {
    expect(expectedOf(z3.date(), new Date(Number.NaN))).toBe("date");
    expect(expectedOf(z3.number().finite(), Number.POSITIVE_INFINITY)).toBe("finite number");
  });

  test.each<[string, Parts]>([
    ["a value that the schema accepts", {}],
    ["a value that the schema accepts", { code: "made_up" }],
    ["a value that the schema accepts", { code: "invalid_value" }],
    ["a value that the schema accepts", { code: "invalid_union" }],
    ["a value", { code: "invalid_type" }],
    ["a value", { code: "invalid_type", expected: "nonoptional" }],
    ["a value", { code: "invalid_literal", expected: { a: 1 } }],
    ["value of at least undefined", { code: "too_small" }],
    ["date of at least a limit", { code: "too_small", origin: "date", minimum: "soon" }],
    ["string in the schema's format", { code: "invalid_format" }],
  ])("expectedBy says %s for the issue %j", (expected, issue) => {
    expect(expectedBy(issue)).toBe(expected);
  });
});
