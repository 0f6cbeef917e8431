// Who validates a configuration. Each is given the same input for the same zod schema and answers with the result, which
// has to be frozen through and through and must not share a container with what was given: that is the contract.
import { PluginRegistry } from "floe-core";
import { z } from "zod";
import { NamedPlugin } from "./bare-plugin.mjs";

/** Small: what most plugins take. Large: 200 members, in objects in lists in objects. */
const shapes = {
  small: {
    schema: z.strictObject({
      host: z.string().min(1),
      port: z.int().min(1).max(65_535),
      database: z.string(),
      readOnly: z.boolean().default(false),
      mode: z.enum(["fast", "safe"]),
    }),
    input: { host: "db.example.org", port: 5432, database: "flights", readOnly: true, mode: "safe" },
  },
  large: {
    schema: z.strictObject({
      name: z.string(),
      labels: z.record(z.string(), z.string()),
      sources: z.array(
        z.strictObject({
          table: z.string().regex(/^[a-z_0-9]+$/),
          rows: z.int().nonnegative(),
          columns: z.array(z.strictObject({ name: z.string(), type: z.enum(["text", "number"]), nullable: z.boolean() })),
        }),
      ),
    }),
    input: {
      name: "warehouse",
      labels: Object.fromEntries(Array.from({ length: 19 }, (_, index) => [`label-${index}`, `value ${index}`])),
      sources: Array.from({ length: 15 }, (_, index) => ({
        table: `table_${index}`,
        rows: index * 1_000,
        columns: Array.from({ length: 3 }, (__, column) => ({ name: `column_${column}`, type: "text", nullable: column > 0 })),
      })),
    },
  },
};

/** @typedef {keyof typeof shapes} Shape */

class Configurable extends NamedPlugin {
  /** @param {z.ZodType} schema */
  constructor(schema) {
    super("configurable");
    this.schema = schema;
  }

  getConfigSchema() {
    return /** @type {any} */ (this.schema);
  }
}

/** @param {(config: unknown) => unknown} freeze what is done to what the schema made @returns {import("./harness/compare.mjs").Contender} */
function parseAnd(freeze) {
  return (/** @type {Shape} */ shape) => {
    const { schema, input } = shapes[shape];
    return async () => freeze(schema.safeParse(input).data);
  };
}

/** @type {Record<string, import("./harness/compare.mjs").Contender>} */
export const contenders = {
  floe(/** @type {Shape} */ shape) {
    const { schema, input } = shapes[shape];
    const registry = new PluginRegistry({ sources: [] });
    registry.register("floe.secrets", new Configurable(schema));
    return () => registry.configure("floe.secrets", "configurable", input);
  },

  /** The schema's own safeParse, and the least code that copies and freezes what it made. */
  "parse, copy, freeze": parseAnd(frozenCopy),

  /** Freezing what the schema made itself, although some of it may be the caller's. */
  "parse, freeze": parseAnd(frozen),

  "parse alone": parseAnd((config) => config),
};

/** @param {any} value @returns {any} */
function frozenCopy(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  const copy = { ...value };
  for (const key in copy) copy[key] = frozenCopy(copy[key]);
  return Object.freeze(copy);
}

/** @param {any} value @returns {any} */
function frozen(value) {
  if (typeof value !== "object" || value === null) return value;
  for (const key in value) frozen(value[key]);
  return Object.freeze(value);
}

/** What every contender has to answer. @param {Shape} shape */
export const answerOf = (shape) => shapes[shape].input;
