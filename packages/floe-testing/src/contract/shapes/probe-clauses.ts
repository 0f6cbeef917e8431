import { reasonOf, type CallOptions, type ConnectionResult, type PluginMetadata } from "floe-core";
import type { Clause } from "../clause.ts";
import { ALIVE } from "../base/lifecycle-clauses.ts";
import { ContractBreach, ensure, NotOffered } from "../contract-breach.ts";
import type { Trial } from "../trial/trial.ts";
import { ensureConnection } from "./ensure-connection.ts";

/** What can be asked how its connection is. */
interface Probed extends PluginMetadata {
  validateConnection(options?: CallOptions): Promise<ConnectionResult>;
}

/** How long a probe may take, in milliseconds. */
const PROBE_MS = 10_000;

/** What plugins that can probe a connection say of it. */
export function probeClauses(area: "compute" | "orchestrator"): readonly Clause<Probed>[] {
  return [
    {
      id: `${area}/connection`,
      title: "answers validateConnection with { status, latencyMs, message, warnings, errors }",
      after: ALIVE,
      async check(trial) {
        ensureConnection(await probe(trial, await trial.start()), "validateConnection");
      },
    },
    {
      id: `${area}/connection-honours-its-signal`,
      title: "ends validateConnection soon once its signal is aborted",
      after: [...ALIVE, `${area}/connection`],
      async check(trial) {
        const plugin = await trial.start();
        const ending = await trial.abort((signal) => plugin.validateConnection({ signal }));
        const { signalMs } = trial.declaration.limits;
        ensure(ending.kind !== "pending", `validateConnection goes on for more than ${signalMs} ms after its signal was aborted`);
      },
    },
    {
      id: `${area}/bad-connection-is-a-result`,
      title: "answers that it is not healthy, with the errors, where it cannot reach its engine: it does not throw",
      after: [...ALIVE, `${area}/connection`],
      async check(trial) {
        const { unreachable } = trial.declaration;
        if (unreachable === undefined) throw new NotOffered("no configuration is declared with which it cannot reach its engine");
        const result = await probe(trial, await trial.configure(unreachable));
        ensureConnection(result, "validateConnection");
        ensure(result.status !== "healthy", "It cannot reach its engine, and validateConnection answers that it is healthy");
        ensure(result.errors.length > 0, "It cannot reach its engine, and validateConnection answers with no error");
      },
    },
  ];
}

async function probe(trial: Trial<Probed>, plugin: Probed): Promise<ConnectionResult> {
  return trial.call("validateConnection", (signal) => rejected(plugin.validateConnection({ signal })), PROBE_MS);
}

async function rejected(probing: Promise<ConnectionResult>): Promise<ConnectionResult> {
  try {
    return await probing;
  } catch (error) {
    throw new ContractBreach(`validateConnection threw, where it has to answer: ${reasonOf(error)}`);
  }
}
