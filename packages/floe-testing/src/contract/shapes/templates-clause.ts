import type { PluginMetadata } from "floe-core";
import { STARTED } from "../base/startup-clauses.ts";
import type { Clause } from "../clause.ts";
import type { ContractClause } from "../contract-clause.ts";
import { ensure, NotOffered } from "../contract-breach.ts";
import { placesOf } from "../trial/shown.ts";

/** What a clause on secrets in generated configuration is about. */
export interface TemplatesClauseParts<Plugin extends PluginMetadata> {
  readonly id: ContractClause;
  /** By method, what it answers: all of it is written into files. */
  readonly answers: (plugin: Plugin) => Readonly<Record<string, unknown>>;
}

/** That what a plugin generates for dbt names secrets by their variables of the environment, and never holds them. */
export function templatesClause<Plugin extends PluginMetadata>({ id, answers }: TemplatesClauseParts<Plugin>): Clause<Plugin> {
  return {
    id,
    title: "generates configuration with secrets only as templates of the environment, never in clear",
    after: STARTED,
    async check(trial, facts) {
      const secrets = await facts.secrets();
      if (secrets.length === 0) throw new NotOffered("no configuration that it was given holds a secret");
      const answered = Object.entries(answers(await trial.configure()));
      const places = placesOf(secrets, answered.map(([where, value]) => ({ where, value })));
      ensure(places.length === 0, () => `A secret can be read in ${places.join(", ")}`);
    },
  };
}
