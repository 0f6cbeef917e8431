import type { PluginMetadata } from "floe-core";
import type { ContractClause } from "./contract-clause.ts";
import type { Facts } from "./facts.ts";
import type { Trial } from "./trial/trial.ts";

/** One promise, and how it is tried. */
export interface Clause<Plugin extends PluginMetadata = PluginMetadata> {
  readonly id: ContractClause;
  /** The promise, as the end of the sentence "The plugin ...". */
  readonly title: string;
  /** Clauses that have to be kept before this one can be tried. */
  readonly after?: readonly ContractClause[];
  /**
   * Tries the promise on fresh instances. Throws a ContractBreach if it is broken, NotTried if it cannot be tried;
   * anything else that is thrown counts as a breach too. What `trial` handed out is taken back afterwards.
   */
  check(trial: Trial<Plugin>, facts: Facts): Promise<void> | void;
}
