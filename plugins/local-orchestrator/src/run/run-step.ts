import type { ComputeSession, Logger, MaterializeResult, TransformConfig } from "floe-core";
import { closeQuietly } from "./close-quietly.ts";
import type { ComputePool } from "./compute-pool.ts";

/**
 * Makes one transform in a session of its own, which is closed in any case. A session that fails to close fails
 * the step, as what was written may not be safe; after another failure it is only logged.
 *
 * @param options `inspect` is called once the transform is made, with its session still open; it must not reject.
 */
export async function runStep(
  transform: TransformConfig,
  options: {
    readonly pool: ComputePool;
    readonly signal: AbortSignal;
    readonly logger: Logger;
    readonly inspect?: ((session: ComputeSession, made: MaterializeResult) => Promise<void>) | undefined;
  },
): Promise<MaterializeResult> {
  const session = await options.pool.open(transform.compute);
  let made: MaterializeResult;
  try {
    const { name, schema, sql, materialization, uniqueKey, watermark } = transform;
    made = await session.materialize(
      { name, schema, sql, materialization, uniqueKey, watermark },
      { signal: options.signal },
    );
    await options.inspect?.(session, made);
  } catch (error) {
    await closeQuietly(session, options.logger);
    throw error;
  }
  await session.close();
  return made;
}
