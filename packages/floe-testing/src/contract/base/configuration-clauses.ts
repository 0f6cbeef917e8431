import { types } from "node:util";
import { reasonOf, type PluginConfigurationError } from "floe-core";
import type { BaseClause } from "../base-clause.ts";
import type { Clause } from "../clause.ts";
import { ContractBreach, ensure, NotOffered } from "../contract-breach.ts";
import type { RawConfig } from "../contract-options.ts";
import { placesOf } from "../trial/shown.ts";
import type { Trial } from "../trial/trial.ts";
import { ensureAccepted, refusalOf, schemaOf, shape } from "./ask-schema.ts";
import { LOADED } from "./load-clauses.ts";

const SCHEMA_WORKS: readonly BaseClause[] = [
  ...LOADED,
  "configuration/has-a-schema-or-null",
  "configuration/schema-does-not-throw",
  "configuration/schema-is-synchronous",
  "configuration/schema-makes-an-object",
];

/** Nobody has a setting of this name. */
const UNKNOWN_KEY = "floeContractUnknownKey";

/** Which configurations a plugin takes, and what it does with them. */
export const CONFIGURATION_CLAUSES: readonly Clause[] = [
  {
    id: "configuration/accepts-what-is-valid",
    title: "accepts {} or, where it needs settings, each configuration that is declared valid",
    after: SCHEMA_WORKS,
    async check(trial) {
      const plugin = await trial.load();
      const { valid, unreachable } = trial.declaration;
      const settings = [...valid, unreachable ?? {}].find((config) => Object.keys(config).length > 0);
      const isInVain = settings !== undefined && plugin.getConfigSchema() === null;
      ensure(!isInVain, () => `It has no schema, and ${shape(settings ?? {})} is to be valid`);
      const schema = schemaOf(plugin);
      for (const config of [...valid, ...(unreachable === undefined ? [] : [unreachable])]) {
        ensureAccepted(refusalOf(schema, config), `${shape(config)}, which is to be valid`);
      }
    },
  },
  {
    id: "configuration/refuses-unknown-keys",
    title: "refuses a setting that it does not know, so that a typing mistake is heard of",
    after: [...SCHEMA_WORKS, "configuration/accepts-what-is-valid"],
    async check(trial) {
      const schema = schemaOf(await trial.load());
      const config = { ...trial.declaration.valid[0], [UNKNOWN_KEY]: true };
      ensure(refusalOf(schema, config) !== undefined, `Its schema accepts { ${UNKNOWN_KEY}: true }, which it cannot know`);
    },
  },
  {
    id: "configuration/refuses-what-is-invalid",
    title: "refuses each configuration that is declared invalid",
    after: SCHEMA_WORKS,
    async check(trial) {
      const schema = schemaOf(await trial.load());
      for (const { config } of trial.declaration.invalid) {
        ensure(refusalOf(schema, config) !== undefined, `Its schema accepts ${shape(config)}, which is to be invalid`);
      }
    },
  },
  {
    id: "configuration/names-the-field",
    title: "names the field that is wrong, in what it refuses",
    after: [...SCHEMA_WORKS, "configuration/refuses-what-is-invalid"],
    async check(trial) {
      schemaOf(await trial.load());
      for (const { config, field } of trial.declaration.invalid) {
        const named = await namedFields(trial, config);
        const isNamed = named.some((one) => (field === undefined ? one !== "" : one === field || one.startsWith(`${field}.`)));
        const found = named.map((one) => (one === "" ? "the whole" : one)).join(", ");
        ensure(isNamed, `What is wrong with ${shape(config)} is ${field ?? "in some field"}, and its schema names ${found || "nothing"}`);
      }
    },
  },
  {
    id: "configuration/configure-is-synchronous",
    title: "takes its configuration at once: configure returns nothing",
    after: [...SCHEMA_WORKS, "configuration/accepts-what-is-valid"],
    async check(_, facts) {
      const { configured } = await facts.life();
      if (configured?.kind !== "returned") return;
      const isPromise = typeof configured.value === "object" && configured.value !== null && "then" in configured.value;
      // Its failure is what this clause is about: nobody else waits for it.
      if (types.isPromise(configured.value)) configured.value.catch(() => undefined);
      ensure(!isPromise, "configure answers with a promise, and whoever called it does not wait");
    },
  },
  {
    id: "configuration/accepts-what-its-schema-accepts",
    title: "takes every configuration that its schema accepts",
    after: [...SCHEMA_WORKS, "configuration/accepts-what-is-valid", "configuration/is-left-alone"],
    async check(trial, facts) {
      const { configured } = await facts.life();
      if (configured?.kind === "threw") throw new ContractBreach(`configure threw: ${reasonOf(configured.error)}`);
      if (configured === undefined) throw new NotOffered("it takes no configuration");
      for (const config of trial.declaration.valid.slice(1)) {
        try {
          await trial.configure(config);
        } catch (error) {
          throw new ContractBreach(`It refuses ${shape(config)}, which its schema accepts: ${reasonOf(error)}`);
        }
      }
    },
  },
  {
    id: "configuration/is-left-alone",
    title: "does not write into its configuration",
    after: [...SCHEMA_WORKS, "configuration/accepts-what-is-valid"],
    async check(_, facts) {
      const { configChangedBy } = await facts.life();
      ensure(configChangedBy === undefined, () => `${configChangedBy ?? "something"} changes the configuration, which a host freezes`);
    },
  },
  {
    id: "configuration/secrets-stay-secret",
    title: "shows no secret of its configuration: not in errors, health, logs or print",
    after: [...LOADED, "configuration/has-a-schema-or-null", "configuration/schema-does-not-throw"],
    async check(trial, facts) {
      const secrets = await facts.secrets();
      if (secrets.length === 0) throw new NotOffered("no configuration that it was given holds a secret");
      const schema = schemaOf(await trial.load());
      const { valid, invalid } = trial.declaration;
      const mistaken = { ...valid[0], [UNKNOWN_KEY]: true };
      const refusals = [...valid, ...invalid.map(({ config }) => config), mistaken].map((config) => ({
        where: "what its schema says of a mistake",
        value: refusalOf(schema, config),
      }));
      const places = placesOf(secrets, [...refusals, ...(await facts.life()).shown]);
      ensure(places.length === 0, () => `A secret can be read in ${places.join(", ")}`);
    },
  },
];

/**
 * The fields that a registry's error names: it also tells keys that are unknown, and knows its way through unions.
 */
async function namedFields(trial: Trial, config: RawConfig): Promise<readonly string[]> {
  try {
    await trial.configure(config);
    return [];
  } catch (error) {
    const { issues = [] } = error as Partial<PluginConfigurationError>;
    return issues.map(({ path }) => path);
  }
}
