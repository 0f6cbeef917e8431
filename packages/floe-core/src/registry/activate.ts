import { PluginBlockedError } from "../errors/plugin-blocked-error.ts";
import type { PluginError } from "../errors/plugin-error.ts";
import { tryParsePluginKey, type PluginKey } from "../plugin-key.ts";
import { planActivation, type ActivationStep } from "./activation-plan.ts";
import { notFound } from "./not-found.ts";
import type { PluginRecord } from "./plugin-record.ts";
import { checkCall, type RegistryContext } from "./registry-context.ts";
import type { ActivateAllOptions, ActivateOptions, FailurePolicy } from "./registry-options.ts";
import { reportOf } from "./report-of.ts";
import type { ActivationReport, PluginReport } from "./reports.ts";
import { resolveToStart } from "./resolve-known.ts";
import { runActivation, wantAsWell } from "./run-activation.ts";
import { liveDependents, shutdownRecords } from "./shutdown.ts";

/**
 * Starts one plugin, its dependencies first. Resolves when it is active.
 *
 * @throws what kept it from starting: see `PluginRegistry.activate`.
 */
export async function activateOne(
  record: PluginRecord,
  context: RegistryContext,
  options: ActivateOptions,
): Promise<void> {
  checkCall(options);
  if (record.isUp) {
    wantAsWell(record);
    return;
  }
  const up = context.store.all().filter((other) => other.isUp);
  const chosen = [...up.map((other) => other.key), record.key];
  const graph = resolveToStart(context.store, [record.key], chosen);
  const plan = planActivation(graph, [record.key]);
  await runActivation(plan, context, options);
  const error = plan.steps.find((step) => step.record === record)?.error;
  if (error !== undefined) throw error;
}

/** Starts the selected plugins, or all, with their dependencies, and says how each came out. */
export async function activateMany(context: RegistryContext, options: ActivateAllOptions): Promise<ActivationReport> {
  checkCall(options);
  const report = reportOf<PluginReport>();
  const graph = resolveToStart(context.store, options.select);
  const plan = planActivation(graph, options.select);
  const { steps } = plan;
  const unknown = graph.resolution.missing.filter(({ plugin }) => plugin === undefined);
  await runActivation(plan, context, options);
  const failed = [
    ...steps.filter((step) => step.error !== undefined).map((step) => step.record.key),
    ...unknown.map(({ dependency }) => dependency as PluginKey),
  ];
  if (failed.some((key) => policyOf(key, options.policy) === "required")) await undo(steps, context);
  for (const step of steps) report.add(entryOf(step));
  for (const { dependency } of unknown) report.add(unknownEntry(dependency as PluginKey, context));
  return report.done();
}

/** Stops what this call alone started: what others asked for as well, or rely on by now, stays up. */
async function undo(steps: readonly ActivationStep[], context: RegistryContext): Promise<void> {
  const stoppable = new Set<PluginRecord>();
  for (const { record, operation, startedHere } of steps.toReversed()) {
    if (!startedHere || operation === undefined || operation.interested > 1) continue;
    if (liveDependents(record).every((dependent) => stoppable.has(dependent))) stoppable.add(record);
  }
  await shutdownRecords([...stoppable], context);
}

function policyOf(key: PluginKey, policy: ActivateAllOptions["policy"]): FailurePolicy {
  return (typeof policy === "object" ? policy[key] : policy) ?? "optional";
}

function entryOf(step: ActivationStep): PluginReport {
  const { record, durationMs } = step;
  const { key, state } = record;
  // One that came up may have failed since: when this call stopped it again.
  const error = step.error ?? (state === "failed" ? record.error : undefined);
  return error === undefined ? { key, state, durationMs } : { key, state, durationMs, ...blame(error) };
}

function blame(error: PluginError): Pick<PluginReport, "blockedBy" | "error"> {
  const json = error.toJSON();
  return error instanceof PluginBlockedError ? { blockedBy: error.blockedBy, error: json } : { error: json };
}

function unknownEntry(key: PluginKey, context: RegistryContext): PluginReport {
  const { type, name } = tryParsePluginKey(key) ?? { type: "", name: key };
  return { key, state: "failed", durationMs: 0, error: notFound(context, type, name, "start").toJSON() };
}
