import { describe, expect, test } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";
import { mapIssues } from "../../../src/config/map-issues.ts";
import type { ConfigurationIssue } from "../../../src/errors/plugin-configuration-error.ts";

interface Schema {
  safeParse(input: unknown): { readonly error?: { readonly issues: readonly object[] } | undefined };
}

function issuesOf(schema: Schema, input: unknown): readonly ConfigurationIssue[] {
  return mapIssues(schema.safeParse(input).error?.issues ?? [], input, schema);
}

describe("mapIssues", () => {
  test("mapIssues tells path, rule, message, expected and received of every issue", () => {
    const schema = z.object({ pool: z.object({ sizes: z.array(z.number()) }), name: z.string().min(3) });
    expect(issuesOf(schema, { pool: { sizes: [1, "x"] }, name: "ab" })).toEqual([
      {
        path: "pool.sizes.1",
        rule: "invalid_type",
        message: "Invalid input: expected number, received string",
        expected: "number",
        received: "string",
      },
      {
        path: "name",
        rule: "too_small",
        message: "Too small: expected string to have >=3 characters",
        expected: "string of at least 3 characters",
        received: "string",
      },
    ]);
  });

  test("mapIssues says that a value is missing", () => {
    expect(issuesOf(z.object({ name: z.string() }), {})).toMatchObject([{ path: "name", received: "missing" }]);
  });

  test.each<[string, Schema]>([
    ["zod 4", z.object({ pool: z.strictObject({ size: z.number().optional(), limit: z.number().optional() }).optional() })],
    ["zod 3", z3.object({ pool: z3.object({ size: z3.number().optional(), limit: z3.number().optional() }).strict().optional() })],
  ])("mapIssues makes one issue of each unknown key and names the nearest known one (%s)", (_, schema) => {
    expect(issuesOf(schema, { pool: { sise: 1, zzz: "x" } })).toEqual([
      {
        path: "pool.sise",
        rule: "unrecognized_keys",
        message: "is not a known key",
        expected: "one of the keys limit, size",
        received: "number",
        nearest: "size",
      },
      {
        path: "pool.zzz",
        rule: "unrecognized_keys",
        message: "is not a known key",
        expected: "one of the keys limit, size",
        received: "string",
      },
    ]);
  });

  test("mapIssues names no keys if the schema knows none", () => {
    expect(issuesOf(z.strictObject({}), { a: 1 })).toMatchObject([{ path: "a", expected: "no such key" }]);
  });

  test("mapIssues says what a union wants", () => {
    expect(issuesOf(z.object({ x: z.union([z.string(), z.number()]) }), { x: true })).toMatchObject([
      { path: "x", rule: "invalid_union", message: "expected string or number", received: "boolean" },
    ]);
  });

  test("mapIssues keeps a schema's own message", () => {
    const schema = z.string().refine(() => false, "has to be an absolute path");
    expect(issuesOf(schema, "data")).toMatchObject([{ message: "has to be an absolute path", rule: "custom" }]);
  });

  const quoting = { error: (issue: { readonly input?: unknown }): string => `not ${JSON.stringify(issue.input)}` };

  test.each<[string, Schema, unknown, string]>([
    ["the value itself", z.object({ token: z.string().refine(() => false, quoting) }), { token: "hunter22" }, "hunter22"],
    ["another value", z.object({ a: z.string() }).refine(() => false, quoting), { a: "hunter22" }, "hunter22"],
    ["a number", z.object({ pin: z.number().refine(() => false, quoting) }), { pin: 4711 }, "4711"],
    ["zod 3's received option", z3.object({ mode: z3.enum(["safe", "fast"]) }), { mode: "hunter22" }, "hunter22"],
  ])("mapIssues replaces a message that quotes %s", (_, schema, input, quoted) => {
    expect(JSON.stringify(schema.safeParse(input).error?.issues)).toContain(quoted);
    const issues = issuesOf(schema, input);
    expect(issues[0]?.message).toBe(`expected ${issues[0]?.expected ?? ""}`);
    expect(JSON.stringify(issues)).not.toContain(quoted);
  });

  test("mapIssues reads whatever a schema calls an issue", () => {
    const issues = [{ path: ["a", Symbol("b")], message: "" }, { code: "has spaces", message: 7 }, undefined];
    expect(mapIssues(issues, {}, null)).toEqual(
      ["a.Symbol(b)", "", ""].map((path) => ({
        path,
        rule: "invalid",
        message: "expected a value that the schema accepts",
        expected: "a value that the schema accepts",
        received: path === "" ? "object" : "missing",
      })),
    );
  });
});
