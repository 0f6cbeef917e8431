import type { ConnectionResult } from "floe-core";

/** What a probe of something that is there answers; rejects with the signal's reason once that is aborted. */
export async function connected(signal: AbortSignal | undefined): Promise<ConnectionResult> {
  signal?.throwIfAborted();
  return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] };
}
