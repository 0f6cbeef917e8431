import { redactError } from "../config/redact-error.ts";
import type { PluginError } from "../errors/plugin-error.ts";
import { PluginShutdownError } from "../errors/plugin-shutdown-error.ts";
import { PluginStartupError } from "../errors/plugin-startup-error.ts";
import { PluginTimeoutError } from "../errors/plugin-timeout-error.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import { channels } from "./channels.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";
import { HookScope, runHook } from "./run-hook.ts";
import { secretsOf } from "./secrets-of.ts";

/**
 * Stops one plugin whose dependents are stopped: gives up a start in progress, disposes of what an overrun
 * start left behind, or calls `shutdown`. Concurrent callers share one stop. Resolves with what went wrong;
 * never rejects. A plugin that is not live is left as it is.
 */
export function stopPlugin(record: PluginRecord, context: RegistryContext, limitMs: number): Promise<PluginError | undefined> {
  // Also when a stop is in progress: a start that waits for its end must not bring the plugin up after it.
  record.start?.abort(givenUp(record));
  record.stop ??= stop(record, context, limitMs).finally(() => {
    record.stop = undefined;
  });
  return record.stop;
}

async function stop(record: PluginRecord, context: RegistryContext, limitMs: number): Promise<PluginError | undefined> {
  const wasActive = record.state === "active";
  // Before anything is waited for: a start that cannot be, asked for meanwhile, marks the plugin as failed.
  if (wasActive) record.state = "stopping";
  await record.start?.done;
  const dispose = record.leftover?.dispose;
  if (dispose !== undefined) {
    const error = await dispose(limitMs);
    record.state = error === undefined ? "stopped" : "failed";
    record.error = error;
    return error;
  }
  if (!wasActive && record.state !== "active") return undefined;
  record.state = "stopping";
  const { error, settled } = await callShutdown(record, context, limitMs);
  record.detach();
  record.state = error === undefined ? "stopped" : "failed";
  record.error = error;
  if (settled !== undefined) awaitLate(record, settled);
  return error;
}

/** Keeps a `shutdown` that runs on behind its limit in mind: the next start waits for its end. */
export function awaitLate(record: PluginRecord, settled: Promise<void>): void {
  const forget = (): void => {
    record.leftover = undefined;
  };
  record.leftover = { dispose: undefined, settled: settled.then(forget) };
}

/** How a `shutdown` hook went; `settled` is there while it runs on behind its limit. */
export interface ShutdownOutcome {
  readonly error: PluginError | undefined;
  readonly settled?: Promise<void>;
}

/** Calls the plugin's `shutdown` under a limit. Never rejects. */
export async function callShutdown(record: PluginRecord, context: RegistryContext, limitMs: number): Promise<ShutdownOutcome> {
  // What was started has an instance.
  const plugin = record.plugin as PluginMetadata;
  const began = performance.now();
  const scope = new HookScope(context.logger);
  const outcome = await runHook<unknown>(() => plugin.shutdown(scope.context()), scope, {
    ms: limitMs,
    overrun: () => new PluginTimeoutError({ plugin: record.key, hook: "shutdown", limitMs }),
  });
  const error = failureOf(record, outcome);
  if (error !== undefined) context.logger.warn(error.message, { key: record.key, code: error.code });
  if (channels.stop.hasSubscribers) {
    const failure = error === undefined ? {} : { error: error.toJSON() };
    channels.stop.publish({ key: record.key, durationMs: performance.now() - began, ...failure });
  }
  return outcome.kind === "overran" ? { error, settled: outcome.settled } : { error };
}

function failureOf(record: PluginRecord, outcome: Awaited<ReturnType<typeof runHook>>): PluginError | undefined {
  if (outcome.kind === "done") return undefined;
  if (outcome.kind === "overran") return outcome.reason;
  const cause = redactError(outcome.error, secretsOf(record));
  return new PluginShutdownError({ plugin: record.key, cause });
}

function givenUp(record: PluginRecord): PluginError {
  return new PluginStartupError({
    plugin: record.key,
    reason: "it was shut down before it was up",
    hint: "Activate it again if it is still wanted.",
  });
}
