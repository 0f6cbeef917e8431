import type { CallOptions, ComputePlugin } from "floe-core";
import type { ComputeClause } from "./compute-clause.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { holdsReason } from "../../shapes/holds-reason.ts";
import { running } from "../../trial/ending.ts";
import { freshName, sessionClause, type SqlBench } from "./sql-bench.ts";

/** So long an endless statement runs before it is given up: most engines are busy with it by then. */
const AFTER_MS = 100;

type Calls = Readonly<Record<"execute" | "query" | "stream" | "materialize", (bench: SqlBench, options: CallOptions) => Promise<unknown>>>;

const CALLS: Calls = {
  execute: ({ session, sql }, options) => session.execute(sql.endless, undefined, options),
  query: ({ session, sql }, options) => session.query(sql.endless, undefined, options),
  stream: async ({ session, sql }, options) => {
    for await (const batch of session.stream(sql.endless, undefined, options)) ensure(batch.length > 0, "stream gives an empty batch");
  },
  materialize: ({ session, sql }, options) =>
    session.materialize({ name: freshName(), sql: sql.endless, materialization: "table" }, options),
};

/** That whoever waits for a statement can give it up. */
export const INTERRUPT_CLAUSES: readonly Clause<ComputePlugin>[] = [
  ...(Object.keys(CALLS) as (keyof Calls)[]).map((call) => interruptClause(`compute/session-interrupts-${call}`, call)),
  sessionClause("compute/session-close-is-safe-twice", "closes a session twice without an error", async ({ trial, session }) => {
    await trial.call("close", () => session.close());
    await trial.call("close", () => session.close());
  }),
  sessionClause(
    "compute/session-refuses-after-close",
    "runs nothing in a session that is closed",
    async ({ trial, session }) => {
      await trial.call("close", () => session.close());
      const ending = await running(() => session.query("SELECT 1 AS one")).within(trial.declaration.limits.callMs);
      ensure(ending.kind === "threw", "A session that is closed still answers queries");
    },
    ["compute/session-answers-rows", "compute/session-close-is-safe-twice"],
  ),
  sessionClause(
    "compute/session-close-interrupts",
    "closes a session while a statement runs, which ends then",
    async ({ trial, session, sql }) => {
      const statement = running(() => session.query(sql.endless));
      await statement.within(AFTER_MS);
      await trial.call("close", () => session.close());
      const { kind } = await statement.within(trial.declaration.limits.signalMs);
      ensure(kind !== "pending", "A statement goes on although its session is closed");
      ensure(kind === "threw", "A statement that was interrupted by closing its session ends as if it were done");
    },
    ["compute/session-answers-rows", "compute/session-close-is-safe-twice"],
  ),
];

function interruptClause(id: ComputeClause, call: keyof Calls): Clause<ComputePlugin> {
  return sessionClause(id, `interrupts ${call} soon once its signal is aborted, with the signal's reason`, async (bench) => {
    const given: { signal?: AbortSignal } = {};
    const ending = await bench.trial.abort((signal) => {
      given.signal = signal;
      return CALLS[call](bench, { signal });
    }, AFTER_MS);
    const { signalMs } = bench.trial.declaration.limits;
    ensure(ending.kind !== "pending", `${call} goes on for more than ${signalMs} ms after its signal was aborted`);
    ensure(ending.kind === "threw", `${call} ends as if it were done, although it was interrupted`);
    ensure(holdsReason(ending.error, given.signal?.reason), `${call} rejects with something else than its signal's reason`);
    await bench.ensureUsable(`Once ${call} was interrupted`);
  });
}
