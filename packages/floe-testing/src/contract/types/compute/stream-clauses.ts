import type { ComputePlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { sessionClause } from "./sql-bench.ts";

/** A batch with more of a million rows than this is no batch. */
const LARGEST_BATCH = 200_000;

/** What a session does with results that are too large for memory. */
export const STREAM_CLAUSES: readonly Clause<ComputePlugin>[] = [
  sessionClause("compute/session-streams-in-batches", "streams a million rows in batches, none of which holds them all", async (bench) => {
    const { trial, session, sql } = bench;
    await trial.call("stream", async (signal) => {
      let [batches, rows] = [0, 0];
      for await (const batch of session.stream(sql.many, undefined, { signal })) {
        ensure(Array.isArray(batch), "stream gives batches that are no lists of rows");
        ensure(batch.length <= LARGEST_BATCH, `stream gives ${batch.length} rows of a million in one batch: they are all in memory`);
        batches += 1;
        rows += batch.length;
        // The first batches have to come without the rest: reading on would try the engine's speed, not its memory.
        if (batches === 3) break;
      }
      ensure(rows > 0, "stream gives no rows");
    });
  }),
  sessionClause("compute/session-stream-can-be-left", "ends the statement when the loop over its stream is left", async (bench) => {
    const { trial, session, sql } = bench;
    await trial.call("leaving a stream", async (signal) => {
      for await (const _ of session.stream(sql.many, undefined, { signal })) break;
    });
    await bench.ensureUsable("Once a stream was left");
  }),
];
