import { reasonOf } from "../errors/plugin-error.ts";
import type { Logger } from "../logger.ts";
import type { TransformConfig } from "../plugin/compiled-artifacts.ts";
import type { ComputePlugin } from "../plugin/compute-plugin.ts";
import type { ColumnLineage, ComputeSession } from "../plugin/compute-session.ts";
import { unlessAborted } from "./unless-aborted.ts";

/** What an engine knows of what a transform reads; what it cannot tell is undefined. */
export interface EngineFacts {
  /** The tables that its SQL reads, as the SQL names them. */
  readonly tables: readonly string[] | undefined;
  /** Where the columns of its result come from; null if the engine cannot tell for sure. */
  readonly columnLineage: readonly ColumnLineage[] | null | undefined;
}

/** Parsing a statement takes milliseconds; whatever takes longer is not worth keeping a step for. */
const LIMIT_MS = 5_000;

/**
 * What the engine knows of the tables and columns that a transform reads. An engine that cannot tell, fails or
 * needs more than 5 s leaves that part out, whether or not it heeds the signal; it is logged and never fails the
 * step, which is done by then.
 */
export async function askEngine(
  transform: TransformConfig,
  around: {
    readonly compute: Pick<ComputePlugin, "getReferencedTables">;
    readonly session: Pick<ComputeSession, "getColumnLineage">;
    readonly signal: AbortSignal;
    readonly logger: Logger;
    readonly mask: (text: string) => string;
  },
): Promise<EngineFacts> {
  const { compute, session, logger, mask } = around;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error(`no answer within ${LIMIT_MS} ms`)), LIMIT_MS);
  const signal = AbortSignal.any([around.signal, limit.signal]);
  const ask = async <Answer>(question: () => Promise<Answer> | undefined): Promise<Answer | undefined> => {
    try {
      return await unlessAborted(question, signal);
    } catch (error) {
      logger.debug("The engine cannot tell the lineage of a transform.", {
        transform: transform.name,
        reason: mask(reasonOf(error)),
      });
      return undefined;
    }
  };
  try {
    const [tables, columnLineage] = await Promise.all([
      ask(() => compute.getReferencedTables?.(transform.sql, { signal })),
      ask(() => session.getColumnLineage?.(transform.sql, { signal })),
    ]);
    return { tables, columnLineage };
  } finally {
    clearTimeout(timer);
  }
}
