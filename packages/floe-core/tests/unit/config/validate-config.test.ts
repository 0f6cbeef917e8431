import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";
import { secret } from "../../../src/config/secret.ts";
import { validateConfig } from "../../../src/config/validate-config.ts";
import { PluginConfigurationError } from "../../../src/errors/plugin-configuration-error.ts";
import type { ConfigSchema } from "../../../src/plugin/config-schema.ts";

const plugin = "floe.computes:duckdb";

function refusal(schema: ConfigSchema | null, input: unknown): PluginConfigurationError {
  try {
    validateConfig({ plugin, schema, input });
  } catch (error) {
    if (error instanceof PluginConfigurationError) return error;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

/** Everything a host might print of it. */
function printed(error: Error): string {
  return [inspect(error, { depth: null, showHidden: true }), error.stack, JSON.stringify(error)].join("\n");
}

describe("validateConfig", () => {
  test("validateConfig applies defaults and freezes the output through and through", () => {
    const schema = z.object({ path: z.string(), pool: z.object({ size: z.number().default(4) }).prefault({}) });
    const config = validateConfig({ plugin, schema, input: { path: "a.db" } });
    expect(config).toEqual({ path: "a.db", pool: { size: 4 } });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config?.pool)).toBe(true);
  });

  test.each([[undefined], [null], [{}]])("validateConfig takes %o as an empty configuration", (input) => {
    expect(validateConfig({ plugin, schema: z.strictObject({ a: z.number().default(1) }), input })).toEqual({ a: 1 });
  });

  test("validateConfig never freezes what the caller gave", () => {
    const input = { list: [{ a: 1 }] };
    const config = validateConfig({ plugin, schema: z.object({ list: z.custom<unknown[]>() }), input });
    expect(config).toEqual(input);
    expect([input, input.list, input.list[0]].some((part) => Object.isFrozen(part))).toBe(false);
  });

  test("validateConfig works with zod 3", () => {
    expect(validateConfig({ plugin, schema: z3.object({ a: z3.number().default(1) }), input: {} })).toEqual({ a: 1 });
    expect(refusal(z3.object({ a: z3.number() }), { a: "x" }).issues).toMatchObject([{ path: "a", rule: "invalid_type" }]);
  });

  test("validateConfig lists every issue at once", () => {
    const error = refusal(z.strictObject({ path: z.string(), threads: z.number() }), { threads: "two", pth: "a.db" });
    expect(error.issues.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      "path invalid_type",
      "threads invalid_type",
      "pth unrecognized_keys",
    ]);
    expect(error.message).toBe(
      "Cannot configure plugin floe.computes:duckdb: path: Invalid input: expected string, received undefined; " +
        "threads: Invalid input: expected number, received string; pth: is not a known key",
    );
    expect(error.hint).toBe('Did you mean "path" instead of "pth"?');
  });

  test.each([[undefined], [null], [{}], [Object.create(null)]])("validateConfig answers null for %o without a schema", (input) => {
    expect(validateConfig({ plugin, schema: null, input })).toBeNull();
  });

  test.each<[unknown, string]>([
    [{ a: 1 }, "object"],
    [{ [Symbol("a")]: 1 }, "object"],
    [[], "array"],
    ["text", "string"],
    [0, "number"],
    [false, "boolean"],
  ])("validateConfig refuses %o without a schema", (input, received) => {
    const error = refusal(null, input);
    expect(error.message).toBe("Cannot configure plugin floe.computes:duckdb: it takes no configuration");
    expect(error.issues).toMatchObject([{ path: "", rule: "no_configuration", received }]);
  });

  test("validateConfig names the schema where its issues cannot be read", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const schema = { safeParse: () => ({ success: false, error: { issues: [proxy] } }) } as unknown as ConfigSchema;
    expect(refusal(schema, {}).message).toContain("its schema is at fault: its issues cannot be read");
  });

  test("validateConfig names the schema where it is at fault", () => {
    const error = refusal({ safeParse: () => ({ success: true, data: "text" }) }, {});
    expect(error.message).toBe(
      "Cannot configure plugin floe.computes:duckdb: its schema is at fault: it yields string instead of a plain object",
    );
    expect(error.issues).toEqual([]);
    expect(error.hint).toContain("plugin's author");
  });

  test("validateConfig asks the schema once", () => {
    let calls = 0;
    const schema = {
      safeParse: () => {
        calls += 1;
        return { success: true as const, data: {} };
      },
    };
    validateConfig({ plugin, schema, input: {} });
    expect(calls).toBe(1);
  });

  test("validateConfig shows nothing of what was given, whatever the schema says of it", () => {
    const quoting = z.string().refine(() => false, { error: (issue) => `not ${String(issue.input)}` });
    const schema = z.strictObject({
      token: secret(z.string().max(3)),
      plain: quoting,
      list: z.array(quoting),
      either: z.union([z.object({ a: quoting }), z.number()]),
    });
    const input = { token: "token-value", plain: "plain-value", list: ["list-value"], either: { a: "either-value" }, odd: "odd-value" };
    const error = refusal(schema, input);
    expect(error.issues.map(({ path }) => path)).toEqual(["token", "plain", "list.0", "either.a", "odd"]);
    expect(printed(error)).not.toContain("-value");
    expect(error.cause).toBeUndefined();
  });

  test("validateConfig shows nothing of what was given when the schema throws", () => {
    const schema = z.object({
      token: z.string().transform((token) => {
        throw new Error(`no ${token}`);
      }),
    });
    expect(printed(refusal(schema, { token: "hunter22" }))).not.toContain("hunter22");
  });
});
