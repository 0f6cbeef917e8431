import { PluginBlockedError } from "../errors/plugin-blocked-error.ts";
import type { HealthState } from "../health-status.ts";
import type { PluginKey } from "../plugin-key.ts";
import { checkHealth, type FullHealthStatus } from "./health.ts";
import type { PluginRecord } from "./plugin-record.ts";
import { checkCall, type RegistryContext } from "./registry-context.ts";
import type { HealthOptions } from "./registry-options.ts";
import { reportOf } from "./report-of.ts";
import type { HealthReport, PluginHealthReport } from "./reports.ts";

const SEVERITY: Readonly<Record<HealthState, number>> = { healthy: 0, degraded: 1, unhealthy: 2 };

/** How everything is: all checks in parallel, each within its limit. Never rejects for a plugin. */
export async function checkHealthOfAll(context: RegistryContext, options: HealthOptions): Promise<HealthReport> {
  checkCall(options);
  const report = reportOf<PluginHealthReport>();
  const checks = await Promise.all(
    context.store.all().map(async (record) => {
      const began = performance.now();
      const status = await checkHealth(record, context, options);
      return { record, status, durationMs: performance.now() - began };
    }),
  );
  const states = new Map<PluginRecord, FullHealthStatus>(checks.map(({ record, status }) => [record, status]));
  let overall: HealthState = "healthy";
  for (const { record, status, durationMs } of checks) {
    const { error, key, state } = record;
    if (counts(record) && SEVERITY[status.state] > SEVERITY[overall]) overall = status.state;
    const root = status.state === "healthy" ? undefined : rootCause(record, states);
    report.add({
      key,
      state,
      durationMs,
      status,
      ...(error === undefined || state === "active" ? {} : { error: error.toJSON() }),
      ...(error instanceof PluginBlockedError && state === "blocked" ? { blockedBy: error.blockedBy } : {}),
      ...(root === undefined || root === key ? {} : { rootCause: root }),
    });
  }
  return { ...report.done(overall === "healthy"), overall };
}

/** What was never asked to run says nothing of the whole. */
function counts({ state }: PluginRecord): boolean {
  return state === "active" || state === "failed" || state === "blocked";
}

/** Follows the first ailing dependency down to a plugin none of whose dependencies ails. */
function rootCause(record: PluginRecord, states: ReadonlyMap<PluginRecord, FullHealthStatus>): PluginKey {
  if (record.error instanceof PluginBlockedError) return record.error.blockedBy;
  let root = record;
  for (;;) {
    const ailing = root.requires.find((required) => (states.get(required)?.state ?? "healthy") !== "healthy");
    if (ailing === undefined) return root.key;
    root = ailing;
  }
}
