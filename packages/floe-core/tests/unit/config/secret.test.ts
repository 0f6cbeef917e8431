import { inspect } from "node:util";
import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { secret, type Secret } from "../../../src/config.ts";
import { isSecret, makeSecret } from "../../../src/config/secret-value.ts";

const HIDDEN = "correct horse";

describe("secret", () => {
  test("secret yields a Secret of any string by default", () => {
    const parsed = secret().parse(HIDDEN);
    expectTypeOf(parsed).toEqualTypeOf<Secret>();
    expect(isSecret(parsed)).toBe(true);
    expect(parsed.reveal()).toBe(HIDDEN);
  });

  test("secret yields a Secret of what the inner schema yields", () => {
    const parsed = secret(z.string().transform((text) => text.length)).parse(HIDDEN);
    expectTypeOf(parsed).toEqualTypeOf<Secret<number>>();
    expect(parsed.reveal()).toBe(HIDDEN.length);
  });

  test("secret masks its output in JSON and inspect", () => {
    const config = z.strictObject({ token: secret() }).parse({ token: HIDDEN });
    expect(JSON.stringify(config)).toBe('{"token":"[secret]"}');
    expect(inspect(config, { showHidden: true })).not.toContain(HIDDEN);
  });

  test("secret takes a Secret and judges what it holds", () => {
    expect(secret(z.string().min(3)).parse(makeSecret(HIDDEN)).reveal()).toBe(HIDDEN);
    expect(secret(z.string().min(3)).safeParse(makeSecret("ab")).error?.issues).toMatchObject([{ code: "too_small" }]);
  });

  test("secret reports the inner schema's issues with their rules and paths", () => {
    const schema = z.strictObject({ login: secret(z.object({ user: z.string(), pin: z.string().min(4) })) });
    expect(schema.safeParse({ login: { user: 1, pin: "12" } }).error?.issues).toMatchObject([
      { path: ["login", "user"], code: "invalid_type", expected: "string" },
      { path: ["login", "pin"], code: "too_small", minimum: 4 },
    ]);
  });

  test("secret shows nothing of the value in issues, not even where they hold issues themselves", () => {
    const quoting = z.string().refine(() => false, { error: (issue) => `"${String(issue.input)}" is weak` });
    const schema = z.object({ one: secret(quoting), other: secret(z.union([quoting, z.number()])) });
    const result = schema.safeParse({ one: HIDDEN, other: HIDDEN }, { reportInput: true });
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.message).toBe('"[secret]" is weak');
    expect(inspect(result.error, { depth: null })).not.toContain(HIDDEN);
    expect(result.error?.message).not.toContain(HIDDEN);
  });

  test("secret keeps an issue's code and path, also where the value reads the same", () => {
    const schema = z.object({ path: secret(z.string().min(8)), list: secret(z.tuple([z.literal(1)])) });
    expect(schema.safeParse({ path: "path", list: [0] }).error?.issues).toMatchObject([
      { path: ["path"], code: "too_small" },
      { path: ["list", 0], code: "invalid_value" },
    ]);
  });

  test("secret can be optional, nullable, or have a default inside of it or before it", () => {
    const schema = z.strictObject({
      optional: secret().optional(),
      nullable: secret().nullable(),
      inside: secret(z.string().default("guest")),
      before: secret().prefault("guest"),
      given: secret().default(makeSecret("guest")),
    });
    const config = schema.parse({ nullable: null });
    expect(config).not.toHaveProperty("optional");
    expect(config.nullable).toBeNull();
    expect([config.inside, config.before, config.given].map((one) => one.reveal())).toEqual(["guest", "guest", "guest"]);
  });

  test("secret is required unless it says otherwise", () => {
    expect(z.strictObject({ token: secret() }).safeParse({}).error?.issues).toMatchObject([
      { path: ["token"], code: "invalid_type", expected: "string" },
    ]);
  });

  test("secret is the inner schema in JSON Schema, marked as a password that is only written", () => {
    const schema = z.strictObject({
      token: secret(z.string().min(8)).describe("The token."),
      user: secret().optional(),
      login: secret(z.object({ pin: z.number() })),
      key: secret(z.string().default("guest").meta({ id: "key" })),
    });
    expect(z.toJSONSchema(schema, { io: "input" })).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      additionalProperties: false,
      required: ["token", "login"],
      properties: {
        token: { type: "string", minLength: 8, format: "password", writeOnly: true, description: "The token." },
        user: { type: "string", format: "password", writeOnly: true },
        login: {
          type: "object",
          properties: { pin: { type: "number" } },
          required: ["pin"],
          writeOnly: true,
        },
        key: { type: "string", format: "password", writeOnly: true },
      },
    });
  });

  test("secret has a JSON Schema for what JSON Schema cannot describe", () => {
    const schema = secret(z.custom<Uint8Array>((value) => value instanceof Uint8Array));
    expect(z.toJSONSchema(schema, { io: "input" })).toMatchObject({ writeOnly: true });
  });

  test("secret types its input as the inner schema's, or a Secret", () => {
    const schema = secret(z.number());
    expectTypeOf<z.input<typeof schema>>().toEqualTypeOf<number | Secret<unknown>>();
  });
});
