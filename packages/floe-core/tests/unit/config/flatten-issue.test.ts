import { describe, expect, test } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";
import { flattenIssue } from "../../../src/config/flatten-issue.ts";

interface Schema {
  safeParse(input: unknown): { readonly error?: { readonly issues: readonly object[] } | undefined };
}

/** Rule and path of what comes out. */
function flatten(schema: Schema, input: unknown): string[] {
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues.flatMap((issue) => flattenIssue(issue)).map(({ parts, path }) => `${String(parts.code)} at ${path.map(String).join(".")}`);
}

const shapes4 = z.object({
  at: z.union([
    z.string(),
    z.object({ type: z.literal("file"), path: z.string(), mode: z.number() }),
    z.object({ type: z.literal("http"), url: z.string(), retry: z.object({ times: z.number() }) }),
  ]),
});
const shapes3 = z3.object({
  at: z3.union([
    z3.string(),
    z3.object({ type: z3.literal("file"), path: z3.string(), mode: z3.number() }),
    z3.object({ type: z3.literal("http"), url: z3.string(), retry: z3.object({ times: z3.number() }) }),
  ]),
});

describe.each<[string, Schema]>([
  ["zod 4", shapes4],
  ["zod 3", shapes3],
])("flattenIssue with %s", (_, schema) => {
  test("flattenIssue gives the issues of the union's member that was meant, with their whole paths", () => {
    const input = { at: { type: "http", url: "x", retry: { times: "many" } } };
    expect(flatten(schema, input)).toEqual(["invalid_type at at.retry.times"]);
  });

  test("flattenIssue gives the union's own issue if no member was meant", () => {
    expect(flatten(schema, { at: 1 })).toEqual(["invalid_union at at"]);
    expect(flatten(schema, { at: { type: "ftp" } })).toEqual(["invalid_union at at"]);
  });
});

describe("flattenIssue", () => {
  test("flattenIssue gives any other issue as it is", () => {
    const issue = { code: "custom", path: ["a", 0], message: "no" };
    expect(flattenIssue(issue)).toEqual([{ parts: issue, path: ["a", 0] }]);
  });

  test("flattenIssue copes with what is no issue", () => {
    expect(flattenIssue(null)).toEqual([{ parts: {}, path: [] }]);
  });

  test("flattenIssue does not choose between members that fit equally well", () => {
    const schema = z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]);
    expect(flatten(schema, {})).toEqual(["invalid_union at "]);
  });

  test("flattenIssue chooses the member with the fewest issues", () => {
    const schema = z.union([z.object({ a: z.string(), b: z.string() }), z.object({ c: z.string() })]);
    expect(flatten(schema, {})).toEqual(["invalid_type at c"]);
  });

  test("flattenIssue looks into unions inside of unions, but not without end", () => {
    const nested = z.union([z.string(), z.object({ x: z.union([z.number(), z.object({ y: z.boolean() })]) })]);
    expect(flatten(nested, { x: { y: 1 } })).toEqual(["invalid_type at x.y"]);
    const endless: Record<string, unknown> = { code: "invalid_union", path: ["a"] };
    endless.errors = [[endless]];
    expect(flattenIssue(endless)).toEqual([{ parts: endless, path: Array.from({ length: 11 }, () => "a") }]);
  });
});
