import type { SecretsPlugin } from "floe-core";
import type { SecretsClause } from "./secrets-clause.ts";
import type { Clause } from "../../clause.ts";
import { ALIVE } from "../../base/lifecycle-clauses.ts";
import { NotOffered } from "../../contract-breach.ts";
import type { Trial } from "../../trial/trial.ts";
import { codeOf, failureOf } from "../../shapes/failure-of.ts";

/** What the clauses store. */
export const VALUE = "floe-contract-value-7d1c";

/** A started plugin, and the keys to try it with. Every call has to end in time. */
export class SecretsBench {
  readonly trial: Trial<SecretsPlugin>;
  readonly plugin: SecretsPlugin;
  readonly keys: { readonly first: string; readonly second: string; readonly prefix: string };

  constructor(trial: Trial<SecretsPlugin>, plugin: SecretsPlugin) {
    this.trial = trial;
    this.plugin = plugin;
    const own = { first: "FLOE_CONTRACT_ALPHA", second: "FLOE_CONTRACT_BETA", prefix: "FLOE_CONTRACT_" };
    this.keys = trial.declaration.samples.secrets?.keys ?? own;
  }

  async get(key: string): Promise<unknown> {
    return this.trial.call("getSecret", (signal) => this.plugin.getSecret(key, { signal }));
  }

  async set(key: string, value: string): Promise<void> {
    await this.trial.call("setSecret", (signal) => this.plugin.setSecret(key, value, { owner: "floe-contract" }, { signal }));
  }

  async list(prefix?: string): Promise<readonly string[]> {
    return this.trial.call("listSecrets", (signal) => this.plugin.listSecrets(prefix, { signal }));
  }

  /** Stores a value, where the store can be written to. @throws NotOffered if it refuses with a code. */
  async store(key: string, value: string = VALUE): Promise<void> {
    const failure = await failureOf(() => this.set(key, value));
    if (failure === undefined) return;
    const code = codeOf(failure.error);
    if (code === undefined) throw failure.error;
    throw new NotOffered(`its store cannot be written to as it is configured: it refuses with ${code}`);
  }
}

/** A clause that is tried with a started plugin. */
export function secretsClause(
  id: SecretsClause,
  title: string,
  check: (bench: SecretsBench) => Promise<void>,
  after: readonly SecretsClause[] = [],
): Clause<SecretsPlugin> {
  return { id, title, after: [...ALIVE, ...after], check: async (trial) => check(new SecretsBench(trial, await trial.start())) };
}
