import { inspect } from "node:util";
import fc from "fast-check";
import { PluginRegistry, SecretsPlugin, type ConfigSchema, type PluginError } from "floe-core";
import { secret } from "floe-core/config";
import { describe } from "vitest";
import { z } from "zod";
import { anyValue, mostly, realise } from "./support/any-value.ts";
import { failureOf, must } from "./support/checks.ts";
import { fuzz } from "./support/fuzz.ts";

const GROUP = "floe.secrets";

function throwing(value: unknown): never {
  throw new Error(`cannot take ${String(value)}`);
}

const tree = z.strictObject({ text: z.string(), get children() { return z.array(tree).optional(); } });

/** Schemas of every kind, some of which throw, wait, or answer what no schema should. */
const SCHEMAS: Readonly<Record<string, unknown>> = {
  strict: z.strictObject({ name: z.string().min(3).max(20), count: z.number().int().default(1), token: secret(z.string().min(8)).optional() }),
  loose: z.looseObject({ name: z.string().regex(/^[a-z]+$/), token: secret() }),
  nested: z.strictObject({ a: z.strictObject({ b: z.array(z.strictObject({ c: z.enum(["x", "y"]) })).max(2) }), name: z.string().optional() }),
  union: z.strictObject({ name: z.union([z.literal("one"), z.number(), z.strictObject({ a: z.boolean() })]) }),
  tagged: z.discriminatedUnion("name", [z.strictObject({ name: z.literal("a"), a: z.string() }), z.strictObject({ name: z.literal("b"), count: z.number() })]),
  record: z.record(z.string().max(5), z.union([z.string(), z.number()])),
  tree: z.strictObject({ a: tree }),
  coercing: z.object({ name: z.coerce.string(), count: z.coerce.number(), a: z.coerce.date().optional() }),
  transforming: z.strictObject({ name: z.string().transform((text) => text.length), count: z.preprocess((value) => [value], z.array(z.string())) }),
  quoting: z.strictObject({ name: z.string().refine(() => false, { error: ({ input }) => `not ${String(input)}` }), token: secret(z.string().max(1)) }),
  throwing: z.strictObject({ name: z.string().transform(throwing) }),
  waiting: z.strictObject({ name: z.string().refine(async () => Promise.resolve(true)) }),
  failing: { safeParse: throwing },
  nothing: { safeParse: () => undefined },
  echo: { safeParse: (data: unknown) => ({ success: true, data: { name: data } }) },
  issues: { safeParse: (data: unknown) => ({ success: false, error: { issues: [data, { code: "custom", path: [], message: data }, { code: "custom", path: ["name"], message: `so: ${inspect(data)}` }] } }) },
  none: null,
};

/** A secret has signs that JSON and URLs write differently, and is found in no other text. */
const anySecret = fc.tuple(fc.stringMatching(/^[0-9a-f]{12}$/), fc.constantFrom("", " ", '"', "\\", "%", "ü", "\n", "/", "'", "\ud83d\ude00")).map(([core, sign]) => `Zq${sign}${core}`);

const config = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>("SECRET", "SECRET", "a SECRET b", "one", "a", "x", "", 7, 1.5, true, null, undefined, [], {}),
    anyValue,
    fc.dictionary(fc.constantFrom("name", "count", "token", "a", "b", "c", "text", "children", "nmae", "__proto__", "constructor"), tie("value"), { maxKeys: 4 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
})).value;

/** `value` with the secret in place of every mention of it. */
function fill(value: unknown, text: string): unknown {
  if (typeof value === "string") return value.replaceAll("SECRET", () => text);
  if (Array.isArray(value)) return value.map((item) => fill(item, text));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member, text)]));
}

/** Everything that shows of an error. */
function shownOf(error: PluginError): string {
  return [error.message, error.hint, error.stack, JSON.stringify(error), inspect(error, { depth: 20, showHidden: true })].join("\n");
}

class Configured extends SecretsPlugin {
  override readonly name = "configured";
  override readonly version = "1.0.0";
  override readonly floeApiVersion = "1.0";
  readonly #schema: ConfigSchema | null;
  readonly #hook: (config: unknown) => unknown;

  constructor(schema: unknown, hook: (config: unknown) => unknown = () => undefined) {
    super();
    this.#schema = schema as ConfigSchema | null;
    this.#hook = hook;
  }

  override getConfigSchema(): ConfigSchema | null {
    return this.#schema;
  }

  override async startup(): Promise<void> {
    await this.#hook(this.config);
  }

  async getSecret(): Promise<null> {
    return null;
  }

  async setSecret(): Promise<void> {}

  async listSecrets(): Promise<readonly string[]> {
    return [];
  }
}

async function configured(plugin: Configured, value: unknown): Promise<{ readonly registry: PluginRegistry; readonly error: PluginError | undefined }> {
  const registry = new PluginRegistry({ sources: [] });
  registry.register(GROUP, plugin);
  return { registry, error: await failureOf(registry.configure(GROUP, "configured", value)) };
}

/** How hooks let a secret slip. */
const SLIPS: Readonly<Record<string, (text: string) => unknown>> = {
  message: (text) => new Error(`no access with ${text}!`),
  text: (text) => text,
  cause: (text) => new Error("no", { cause: new Error("access", { cause: { with: [text] } }) }),
  member: (text) => Object.assign(new TypeError("no access"), { request: { headers: { auth: `Bearer ${text}` } }, [text]: 1 }),
  json: (text) => new Error(JSON.stringify({ body: JSON.stringify({ text }) })),
  url: (text) => new Error(`GET https://x.example/?key=${encodeURIComponent(text)}`),
  several: (text) => new AggregateError([new Error(text), new Map([["key", text]]), new Set([text])], text),
  name: (text) => Object.assign(new Error("x"), { name: text, code: text }),
  bytes: (text) => Object.assign(new Error("x"), { body: Buffer.from(text) }),
};

describe("configurations of any make are judged, and none is told", () => {
  fuzz("configurations", {
    percent: 7,
    inputs: fc.tuple(fc.constantFrom(...Object.keys(SCHEMAS)), mostly(config), anySecret),
    check: async ([schema, input, text]) => {
      const value = realise(fill(input, text));
      const { registry, error } = await configured(new Configured(SCHEMAS[schema]), value);
      const stored = registry.getConfig(GROUP, "configured");
      if (error === undefined) {
        must(stored !== undefined && Object.isFrozen(stored), "a frozen configuration");
        return;
      }
      must(error.code === "FLOE_PLUGIN_CONFIGURATION", `a configuration error, not ${error.code}`);
      must(stored === undefined, "nothing to be stored");
      must(!shownOf(error).includes(text), `an error that does not tell ${JSON.stringify(text)}`);
    },
  });

  fuzz("secrets in what hooks throw", {
    percent: 1,
    inputs: fc.tuple(fc.constantFrom(...Object.keys(SLIPS)), anySecret),
    check: async ([slip, text]) => {
      const plugin = new Configured(z.strictObject({ token: secret() }), (given) => {
        throw SLIPS[slip]?.((given as { token: { reveal(): string } }).token.reveal());
      });
      const { registry, error } = await configured(plugin, { token: text });
      must(error === undefined, "a configuration that is taken");
      const failure = await failureOf(registry.activate(GROUP, "configured"));
      must(failure?.code === "FLOE_PLUGIN_STARTUP", "a failed start");
      const shown = shownOf(failure);
      for (const spelling of [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)]) {
        must(!shown.includes(spelling), `an error that does not tell ${JSON.stringify(spelling)}`);
      }
      must(!JSON.stringify(await registry.healthCheckAll()).includes(text), "a report that does not tell it");
      await registry.shutdownAll();
    },
  });
});
