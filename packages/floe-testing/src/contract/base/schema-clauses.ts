import { reasonOf } from "floe-core";
import type { BaseClause } from "../base-clause.ts";
import type { Clause } from "../clause.ts";
import { ContractBreach, ensure } from "../contract-breach.ts";
import type { NormalDeclaration } from "../normal-declaration.ts";
import { isSameConfig } from "../trial/same-config.ts";
import { rememberWorld } from "../trial/world.ts";
import { answerOf, noAnswer, schemaOf } from "./ask-schema.ts";
import { LOADED } from "./load-clauses.ts";
import { copied } from "../realm/copied.ts";
import { isSameData } from "../realm/same-data.ts";

/** What no one should give a schema, and someone will. */
const ODD_INPUTS: readonly unknown[] = [undefined, null, 0, "", "text", [], [{}], true, JSON.parse('{"__proto__":{"polluted":true}}')];

const ANSWERS: readonly BaseClause[] = [
  "configuration/has-a-schema-or-null",
  "configuration/schema-does-not-throw",
  "configuration/schema-is-synchronous",
];

/** How a configuration schema behaves, whatever it is asked. */
export const SCHEMA_CLAUSES: readonly Clause[] = [
  {
    id: "configuration/has-a-schema-or-null",
    title: "has a schema with a safeParse that answers, or null where it takes no configuration",
    after: LOADED,
    async check(trial) {
      const plugin = await trial.load();
      let schema: unknown;
      try {
        schema = plugin.getConfigSchema();
      } catch (error) {
        throw new ContractBreach(`getConfigSchema threw: ${reasonOf(error)}`);
      }
      if (schema === null) return;
      const safeParse: unknown = schema === undefined ? undefined : Reflect.get(Object(schema) as object, "safeParse");
      ensure(typeof safeParse === "function", "getConfigSchema answers with something that is neither null nor has a safeParse");
      for (const input of inputs(trial.declaration)) {
        const answer = answerOf(schema as never, copied(input));
        if (answer === undefined || isThenable(answer)) continue;
        if (!isAnswer(answer)) throw noAnswer(JSON.stringify(Object.keys(Object(answer) as object)));
      }
    },
  },
  {
    id: "configuration/schema-does-not-throw",
    title: "has a schema that refuses what it cannot use, and never throws",
    after: [...LOADED, "configuration/has-a-schema-or-null"],
    async check(trial) {
      const schema = schemaOf(await trial.load());
      for (const input of inputs(trial.declaration)) {
        try {
          schema.safeParse(copied(input));
        } catch (error) {
          throw new ContractBreach(`safeParse threw: ${reasonOf(error)}`);
        }
      }
    },
  },
  {
    id: "configuration/schema-is-synchronous",
    title: "has a schema that answers at once",
    after: ["configuration/has-a-schema-or-null", "configuration/schema-does-not-throw"],
    async check(trial) {
      const schema = schemaOf(await trial.load());
      const answers = inputs(trial.declaration).map((input) => answerOf(schema, copied(input)));
      ensure(!answers.some(isThenable), "safeParse answers with a promise");
    },
  },
  {
    id: "configuration/schema-makes-an-object",
    title: "has a schema that makes an object of a configuration",
    after: ANSWERS,
    async check(trial) {
      const schema = schemaOf(await trial.load());
      for (const config of trial.declaration.valid) {
        const result = schema.safeParse(copied(config));
        if (!result.success) continue;
        const { data } = result;
        ensure(isPlainObject(data), () => `safeParse makes ${kindOf(data)} of a configuration`);
      }
    },
  },
  {
    id: "configuration/schema-has-no-side-effects",
    title: "has a schema that leaves what it is given, and the process, as they are",
    after: ANSWERS,
    async check(trial) {
      const schema = schemaOf(await trial.load());
      const changes = rememberWorld();
      for (const input of inputs(trial.declaration)) {
        const given = copied(input);
        schema.safeParse(given);
        ensure(isSameData(given, input), "safeParse changes what it is given");
        const [one, other] = [schema.safeParse(copied(input)), schema.safeParse(copied(input))];
        ensure(one.success === other.success, "safeParse answers otherwise when it is asked again");
        if (one.success && other.success) {
          ensure(isSameConfig(one.data, other.data), "safeParse makes something else of the same configuration each time");
        }
      }
      const { globals, prototypes } = changes();
      ensure(globals.length + prototypes.length === 0, () => `safeParse changes ${[...globals, ...prototypes].join(", ")}`);
    },
  },
];

/** All that the declaration has, and what nobody declares. */
function inputs({ valid, invalid, unreachable }: NormalDeclaration): readonly unknown[] {
  return [...valid, ...invalid.map(({ config }) => config), ...(unreachable === undefined ? [] : [unreachable]), ...ODD_INPUTS];
}

function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "then") === "function";
}

function isAnswer(answer: unknown): boolean {
  const { success, error } = Object(answer) as { readonly success?: unknown; readonly error?: { readonly issues?: unknown } };
  return success === true ? "data" in (answer as object) : success === false && Array.isArray(error?.issues) && error.issues.length > 0;
}

/** A host copies and freezes a configuration, which it can do with nothing else. */
function isPlainObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Reflect.getPrototypeOf(value);
  return prototype === null || Reflect.getPrototypeOf(prototype) === null;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value !== "object") return `a ${typeof value}`;
  const constructor: unknown = Reflect.get(value, "constructor");
  return typeof constructor === "function" ? `an instance of ${constructor.name}` : "an instance of a class";
}
