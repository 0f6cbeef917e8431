import type { ComputeSession, Logger } from "floe-core";

/** Closes a session where a failure to close can no longer change the outcome: it is logged, not thrown. */
export async function closeQuietly(session: ComputeSession, logger: Logger): Promise<void> {
  try {
    await session.close();
  } catch (error) {
    logger.error("A session of the compute failed to close.", { error });
  }
}
