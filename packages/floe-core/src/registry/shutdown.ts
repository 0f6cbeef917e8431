import type { PluginError } from "../errors/plugin-error.ts";
import type { PluginRecord } from "./plugin-record.ts";
import { checkCall, type RegistryContext } from "./registry-context.ts";
import type { ShutdownOptions } from "./registry-options.ts";
import { reportOf } from "./report-of.ts";
import type { PluginReport, ShutdownReport } from "./reports.ts";
import { stopPlugin } from "./stop-plugin.ts";

/** Stops everything. Gives up what is still starting, and every call that would start more. */
export async function shutdownEverything(context: RegistryContext, options: ShutdownOptions): Promise<ShutdownReport> {
  checkCall(options);
  for (const call of [...context.store.calls]) call.abort();
  return shutdownRecords(context.store.all(), context, options);
}

/**
 * Stops what is live among `records`, with everything that holds on to it: dependents first, in the
 * reverse of the real order of starts, one after another. A failure stops nothing.
 *
 * @throws RangeError for a malformed limit.
 */
export async function shutdownRecords(
  records: readonly PluginRecord[],
  context: RegistryContext,
  options: ShutdownOptions = {},
): Promise<ShutdownReport> {
  checkCall(options);
  const report = reportOf<PluginReport>();
  const stack = records.filter((record) => record.isLive).sort(byStart);
  for (let record = stack.at(-1); record !== undefined; record = stack.at(-1)) {
    const dependents = liveDependents(record);
    if (dependents.length > 0) {
      for (const dependent of dependents) stack.push(dependent);
      continue;
    }
    stack.pop();
    if (!record.isLive) continue;
    const began = performance.now();
    const error = await stopPlugin(record, context, context.limit("shutdown", record, options.timeoutMs));
    report.add(entryOf(record, began, error));
  }
  return report.done();
}

/** What has to be stopped before `record`, in the order of starts. */
export function liveDependents(record: PluginRecord): readonly PluginRecord[] {
  return [...(record.dependents ?? [])].filter((dependent) => dependent.isLive).sort(byStart);
}

/** By start; what is not up yet, or never will be, counts as the latest. */
function byStart(a: PluginRecord, b: PluginRecord): number {
  return position(a) - position(b) || (a.key < b.key ? -1 : 1);
}

function position(record: PluginRecord): number {
  return record.state === "active" ? record.startOrder : Number.MAX_SAFE_INTEGER;
}

function entryOf(record: PluginRecord, began: number, error: PluginError | undefined): PluginReport {
  return {
    key: record.key,
    state: record.state,
    durationMs: performance.now() - began,
    ...(error === undefined ? {} : { error: error.toJSON() }),
  };
}
