import type { ComputePlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { running } from "../../trial/ending.ts";
import type { Trial } from "../../trial/trial.ts";
import { sessionClause } from "./sql-bench.ts";

/** What becomes of sessions when their plugin is stopped. */
export const STOP_CLAUSES: readonly Clause<ComputePlugin>[] = [
  sessionClause("compute/stop-ends-sessions", "ends the sessions that are open when it is stopped", async ({ trial, session, sql }) => {
    const statement = running(() => session.query(sql.endless));
    await statement.within(0);
    await stop(trial);
    const { kind } = await statement.within(trial.declaration.limits.signalMs);
    ensure(kind === "threw", "A statement goes on although the plugin is stopped");
  }),
  sessionClause("compute/stop-refuses-sessions", "opens no session once it is stopped", async ({ trial, plugin }) => {
    await stop(trial);
    const ending = await running(() => plugin.openSession?.()).within(trial.declaration.limits.callMs);
    ensure(ending.kind === "threw", "It opens a session although it is stopped");
  }),
];

async function stop({ registry, subject }: Trial<ComputePlugin>): Promise<void> {
  const { ok } = await registry.shutdown(subject.type, subject.name);
  ensure(ok, "It cannot be stopped while a session is open");
}
