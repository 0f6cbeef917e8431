import type { CallOptions, ConnectionResult, PluginMetadata } from "floe-core";
import { STARTED } from "../base/startup-clauses.ts";
import type { Clause } from "../clause.ts";
import type { ContractClause } from "../contract-clause.ts";
import { ensure } from "../contract-breach.ts";
import type { RawConfig } from "../contract-options.ts";
import type { Trial } from "../trial/trial.ts";
import { ensureConnection } from "./ensure-connection.ts";

/** A plugin that can say whether it reaches what is behind it. */
export type Connecting = PluginMetadata & { validateConnection(options?: CallOptions): Promise<ConnectionResult> };

/** That `validateConnection` answers, also where there is nothing to reach: a bad connection is a result. */
export function connectionClause<Plugin extends Connecting>(id: ContractClause): Clause<Plugin> {
  return {
    id,
    title: "answers validateConnection with { status, latencyMs, message, warnings, errors }, and throws for no bad connection",
    after: STARTED,
    async check(trial) {
      ensureConnection(await probe(await trial.start(), trial), "validateConnection");
      const { unreachable } = trial.declaration;
      if (unreachable === undefined) return;
      const plugin = await startedOrNot(trial, unreachable);
      if (plugin === undefined) return;
      const result = await probe(plugin, trial);
      ensureConnection(result, "validateConnection without anything to reach");
      ensure(result.status !== "healthy", "validateConnection is healthy without anything to reach");
    },
  };
}

async function probe(plugin: Connecting, trial: Trial<Connecting>): Promise<ConnectionResult> {
  return trial.call("validateConnection", (signal) => plugin.validateConnection({ signal }));
}

/** A plugin that refuses to start without what is behind it has said enough. */
async function startedOrNot(trial: Trial<Connecting>, config: RawConfig): Promise<Connecting | undefined> {
  const { registry, subject } = trial;
  await registry.shutdown(subject.type, subject.name);
  const plugin = await trial.configure(config);
  const { ok } = await registry.activateAll({ select: [subject.key] });
  return ok ? plugin : undefined;
}
