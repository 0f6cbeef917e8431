import type { ConfigSchema } from "floe-core";
import { secret } from "floe-core/config";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { describeConfig } from "../../../src/schema/describe-config.ts";
import { reference, SHARED_SCHEMAS } from "../../../src/schema/shared-schemas.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";

const PLACE = reference("config").$ref;

function validating(schema: ConfigSchema | null) {
  const config = describeConfig(schema, PLACE).schema;
  return validatorOf({ $ref: PLACE, $defs: { ...SHARED_SCHEMAS, config } });
}

/** A schema of another library, with this as its `~standard`. */
function standard(members: object): ConfigSchema {
  return Object.assign({ safeParse: () => ({ success: true as const, data: {} }) }, { "~standard": members });
}

function answering(jsonSchema: unknown): ConfigSchema {
  return standard({ jsonSchema: { input: () => jsonSchema } });
}

describe("describeConfig", () => {
  const tree = z.object({
    label: z.string(),
    get children() {
      return z.array(tree).optional();
    },
  });
  const rich = z.strictObject({
    token: secret(z.string().min(8)),
    passphrase: secret().optional(),
    threads: z.int().min(1).max(64).default(4),
    mode: z.enum(["fast", "safe"]).default("safe"),
    url: z.url().optional(),
    verbose: z.boolean().optional(),
    limit: z.union([z.number(), z.literal("auto")]).optional(),
    ratio: z.number().nullable().optional(),
    settings: z.record(z.string().regex(/^[a-z]+$/), z.union([z.string(), z.number(), z.boolean()])).default({}),
    target: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("file"), path: z.string().min(1) }),
        z.object({ kind: z.literal("http"), port: z.number() }),
      ])
      .optional(),
    since: z.date().optional(),
    retries: z.string().transform(Number).default(3),
    tree: tree.optional(),
    region: z.string().regex(/^[a-z]/).regex(/\d$/).optional(),
    pair: z.tuple([z.string(), z.number()]).optional(),
  });

  test.each<[string, Record<string, unknown>]>([
    ["what has no default", { token: "longenough" }],
    ["everything", {
      token: "longenough", passphrase: "x", threads: 2, mode: "fast", url: "https://example.org", verbose: true, limit: "auto",
      ratio: null, settings: { a: 1, b: "x", c: true }, target: { kind: "http", port: 1 }, retries: "3", region: "eu1",
      tree: { label: "a", children: [{ label: "b" }] }, pair: ["a", 1],
    }],
    ["references", {
      token: "${secret:token}", passphrase: "${env:P}", threads: "${env:THREADS:-4}", mode: "${env:MODE}", url: "https://${env:HOST}",
      verbose: "${env:VERBOSE}", limit: "${env:LIMIT}", ratio: "${env:RATIO}", settings: { a: "${env:A}" },
      target: { kind: "${env:KIND}", path: "${env:PATH}" }, region: "${env:REGION}",
      tree: { label: "${env:L}" }, pair: ["${env:A}", "${env:B}"],
    }],
  ])("describeConfig accepts %s", (_, config) => {
    expect(validating(rich)(config)).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{}, " required"],
    [null, " type"],
    [{ token: "longenough", treads: 4 }, " additionalProperties"],
    [{ token: "short" }, "/token minLength"],
    [{ token: 7 }, "/token type"],
    [{ token: "longenough", threads: 65 }, "/threads maximum"],
    [{ token: "longenough", threads: "4" }, "/threads type"],
    [{ token: "longenough", threads: "about ${env:N}" }, "/threads pattern"],
    [{ token: "longenough", mode: "slow" }, "/mode enum"],
    [{ token: "longenough", verbose: "yes" }, "/verbose type"],
    [{ token: "longenough", limit: "none" }, "/limit const"],
    [{ token: "longenough", settings: { A: 1 } }, "/settings pattern"],
    [{ token: "longenough", settings: { "${env:A}": 1 } }, "/settings pattern"],
    [{ token: "longenough", target: { kind: "ftp" } }, "/target/kind const"],
    [{ token: "longenough", tree: { label: "a", children: [{ label: 1 }] } }, "/tree/children/0/label type"],
    [{ token: "longenough", region: "eu" }, "/region pattern"],
    [{ token: "longenough", pair: ["a"] }, "/pair minItems"],
  ])("describeConfig refuses %j", (config, problem) => {
    expect(validating(rich)(config)).toContain(problem);
  });

  test("describeConfig keeps what editors show, and hides secrets' texts", () => {
    const { schema } = describeConfig(z.object({ token: secret().describe("From the console."), n: z.number().default(4) }), PLACE);
    expect(schema).toMatchObject({
      properties: { token: { description: "From the console.", writeOnly: true }, n: { default: 4 } },
    });
  });

  test("describeConfig tells whether a configuration has to be given", () => {
    expect(describeConfig(rich, PLACE).isRequired).toBe(true);
    expect(describeConfig(z.object({ a: z.string().optional() }), PLACE).isRequired).toBe(false);
    expect(describeConfig(null, PLACE).isRequired).toBe(false);
  });

  test.each([
    ["a schema of an object", z.strictObject({ a: z.string().optional() })],
    ["a schema of something else", z.union([z.strictObject({ a: z.string().optional() }), z.strictObject({ b: z.string().optional() })])],
  ])("describeConfig takes an empty entry for an empty configuration: %s", (_, schema) => {
    expect(validating(schema)(null)).toEqual([]);
    expect(validating(schema)({ a: "x" })).toEqual([]);
    expect(validating(schema)({ c: "x" })).not.toEqual([]);
    expect(validating(schema)("x")).not.toEqual([]);
  });

  test("describeConfig lets a plugin without configuration have an empty one only", () => {
    expect(validating(null)(null)).toEqual([]);
    expect(validating(null)({})).toEqual([]);
    expect(validating(null)({ a: 1 })).toEqual([" maxProperties"]);
  });

  test.each([
    ["has no ~standard", { safeParse: () => ({ success: true as const, data: {} }) }],
    ["has an older ~standard", standard({ vendor: "zod", version: 1 })],
    ["has a jsonSchema without input", standard({ jsonSchema: {} })],
  ])("describeConfig allows any object where a schema %s", (_, schema) => {
    expect(describeConfig(schema, PLACE)).not.toHaveProperty("fault");
    expect(validating(schema)({ a: 1 })).toEqual([]);
    expect(validating(schema)([])).toEqual([" type"]);
  });

  test.each([
    ["throws", standard({ jsonSchema: { input: () => { throw new Error("no luck"); } } }), "no luck"],
    ["is no object", answering(true), "it is no object"],
    ["is not JSON", answering({ maximum: 1n }), "BigInt"],
    ["cannot be moved", answering({ $ref: "other.json" }), "it refers to something other than its own definitions"],
  ])("describeConfig allows any object, and says why, where the JSON Schema %s", (_, schema, reason) => {
    const described = describeConfig(schema, PLACE);
    expect(described.fault).toMatch(/^its configuration schema has no usable JSON Schema: /);
    expect(described.fault).toContain(reason);
    expect(validating(schema)({ a: 1 })).toEqual([]);
  });

  test("describeConfig asks for what users write, and calls on the interface itself", () => {
    const asked: unknown[] = [];
    const jsonSchema = {
      input(this: unknown, options: unknown) {
        asked.push(this === jsonSchema, options);
        return { type: "object" };
      },
    };
    describeConfig(standard({ jsonSchema }), PLACE);
    expect(asked).toEqual([true, { target: "draft-2020-12", libraryOptions: { unrepresentable: "any" } }]);
  });
});
