import { isPluginError, type CallOptions, type ConnectionResult } from "floe-core";
import type { DatabaseTarget } from "../database/open-connection.ts";
import { probeDatabase } from "./probe-database.ts";
import { within } from "./within.ts";

/** A probe that takes longer has failed, in milliseconds. */
const LIMIT_MS = 10_000;

/**
 * Probes the database and says how it is. A database that cannot be used is a result, not a throw; only the
 * caller's own abort rejects, with the signal's reason.
 */
export async function validateConnection(
  target: DatabaseTarget,
  { signal }: CallOptions = {},
  probe: typeof probeDatabase = probeDatabase,
): Promise<ConnectionResult> {
  const startedAt = performance.now();
  const latency = (): number => Math.round(performance.now() - startedAt);
  try {
    const { message, warnings } = await within(LIMIT_MS, signal, (limited) => probe(target, limited));
    return { status: "healthy", latencyMs: latency(), message, warnings, errors: [] };
  } catch (error) {
    signal?.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    const errors = isPluginError(error) ? [`${message}. ${error.hint}`] : [message];
    return { status: "unhealthy", latencyMs: latency(), message, warnings: [], errors };
  }
}
