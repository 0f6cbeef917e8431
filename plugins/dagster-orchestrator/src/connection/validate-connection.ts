import { isPluginError, reasonOf, systemClock, type Clock, type ConnectionResult } from "floe-core";
import type { DagsterOrchestratorConfig } from "../config-schema.ts";
import { dagsterClient, type DagsterClient } from "../graphql/dagster-client.ts";
import { DAEMON_HEALTH, type DaemonStatus } from "../graphql/operations/daemon-health.ts";
import { LOCATION_ENTRY } from "../graphql/operations/location-entry.ts";
import { LOCATION_STATUSES } from "../graphql/operations/location-statuses.ts";
import { pythonErrorText } from "../graphql/python-error.ts";
import { locationFailed, locationMissing, startHint } from "../run/location-problem.ts";

/** However long one request may take, a probe is soon over. */
const LONGEST_MS = 10_000;

export interface ConnectionRequest {
  readonly config: Pick<DagsterOrchestratorConfig, "url" | "token" | "requestTimeoutMs">;
  /** The code location; undefined if it is not known before a run. */
  readonly location?: string | undefined;
  /** Absolute; null if Dagster has a copy of its own. */
  readonly workingDirectory: string | null;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Looks whether Dagster answers, serves the product and has the daemon that it needs. Takes `requestTimeoutMs` at the
 * most, and never more than 10 s. A bad connection is a result; only the signal's reason is thrown.
 */
export async function validateConnection({ config, location, workingDirectory, signal, clock = systemClock }: ConnectionRequest): Promise<ConnectionResult> {
  signal?.throwIfAborted();
  const timeoutMs = Math.min(config.requestTimeoutMs, LONGEST_MS);
  const start = clock.elapsedMs();
  const overall = new AbortController();
  const reason = new Error(`Cannot probe Dagster at ${new URL(config.url).origin}: no answer within ${timeoutMs} ms`);
  const timer = setTimeout(() => overall.abort(reason), timeoutMs);
  const joined = AbortSignal.any([overall.signal, ...(signal === undefined ? [] : [signal])]);
  const latency = (): number => Math.round(clock.elapsedMs() - start);
  try {
    const client = dagsterClient({ ...config, requestTimeoutMs: timeoutMs });
    const { webserver } = await client.serverInfo({ signal: joined });
    const latencyMs = latency();
    const findings = [await daemonFindings(client, joined), await locationFindings(client, { location, workingDirectory, signal: joined })];
    const warnings = findings.flatMap((found) => found.warnings);
    const errors = findings.flatMap((found) => found.errors);
    const status = errors.length > 0 ? "unhealthy" : warnings.length > 0 ? "degraded" : "healthy";
    const message = errors[0] ?? warnings[0] ?? `Dagster ${webserver} answers at ${client.url}${location === undefined ? "" : ` and serves "${location}"`}.`;
    return { status, latencyMs, message: inOneLine(message), warnings, errors };
  } catch (error) {
    signal?.throwIfAborted();
    const message = isPluginError(error) ? error.message : reasonOf(error);
    // Of a Dagster on this machine everybody forgets to start it.
    const isAway = isPluginError(error) && error.code === "FLOE_DAGSTER_UNAVAILABLE";
    const hint = isAway ? startHint(workingDirectory) : isPluginError(error) ? error.hint : "";
    return { status: "unhealthy", latencyMs: latency(), message: inOneLine(message), warnings: [], errors: [toldAs({ message, hint })] };
  } finally {
    clearTimeout(timer);
  }
}

interface Findings {
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

async function daemonFindings(client: DagsterClient, signal: AbortSignal): Promise<Findings> {
  const daemons = await client.ask(DAEMON_HEALTH, {}, { signal });
  const ill = daemons.filter(({ isHealthy }) => !isHealthy);
  if (ill.length === 0) return { warnings: [], errors: [] };
  if (ill.length === daemons.length && ill.every(({ lastHeartbeatAt }) => lastHeartbeatAt === null)) {
    return { warnings: ["Dagster's daemon is not running: runs stay in the queue, and schedules do nothing. Start it with `dagster-daemon run`; `dagster dev` has one."], errors: [] };
  }
  return { warnings: ill.map(daemonWarning), errors: [] };
}

function daemonWarning({ type, lastHeartbeatAt, errors }: DaemonStatus): string {
  const seen = lastHeartbeatAt === null ? "has given no sign of life" : `gave its last sign of life at ${new Date(lastHeartbeatAt).toISOString()}`;
  const [error] = errors;
  return `Dagster's daemon is not well: ${type} ${seen}${error === undefined ? "" : `; ${pythonErrorText(error)}`}.`;
}

async function locationFindings(
  client: DagsterClient,
  { location, workingDirectory, signal }: { readonly location: string | undefined; readonly workingDirectory: string | null; readonly signal: AbortSignal },
): Promise<Findings> {
  if (location === undefined) return { warnings: [], errors: [] };
  const place = { location, workingDirectory };
  const entry = await client.ask(LOCATION_ENTRY, { name: location }, { signal });
  switch (entry.state) {
    case "loaded":
      return { warnings: [], errors: [] };
    case "loading":
      return { warnings: [`The code location "${location}" is still loading.`], errors: [] };
    case "failed":
      return { warnings: [], errors: [toldAs(locationFailed(place, entry.error))] };
    case "missing": {
      const there = await client.ask(LOCATION_STATUSES, {}, { signal });
      return { warnings: [], errors: [toldAs(locationMissing(place, there.map(({ name }) => name)))] };
    }
  }
}

function toldAs({ message, hint }: { readonly message: string; readonly hint: string }): string {
  return hint === "" ? message : `${message.replace(/\.$/, "")}. ${hint}`;
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}
