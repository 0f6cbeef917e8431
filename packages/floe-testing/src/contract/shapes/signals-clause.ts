import type { PluginMetadata } from "floe-core";
import { STARTED } from "../base/startup-clauses.ts";
import type { Clause } from "../clause.ts";
import type { ContractClause } from "../contract-clause.ts";
import type { Trial } from "../trial/trial.ts";
import { ensureGivesUp } from "./ensure-gives-up.ts";

/** A method's name, and a call of it. */
export type SignalCalls = Readonly<Record<string, (signal: AbortSignal) => Promise<unknown>>>;

/** What a clause on signals is about. */
export interface SignalsClauseParts<Plugin extends PluginMetadata> {
  readonly id: ContractClause;
  /** Clauses besides those of its start that have to be kept: the calls have to work with nobody giving them up. */
  readonly after?: readonly ContractClause[];
  /** Every method that takes a signal. */
  readonly calls: (plugin: Plugin, trial: Trial<Plugin>) => SignalCalls | Promise<SignalCalls>;
}

/** That every method of a type that takes a signal listens to it. */
export function signalsClause<Plugin extends PluginMetadata>({ id, after = [], calls }: SignalsClauseParts<Plugin>): Clause<Plugin> {
  return {
    id,
    title: "gives up soon once its signal is aborted, and rejects with the signal's reason",
    after: [...STARTED, ...after],
    async check(trial) {
      const made = await calls(await trial.start(), trial);
      for (const [method, call] of Object.entries(made)) await ensureGivesUp(trial, method, call);
    },
  };
}
