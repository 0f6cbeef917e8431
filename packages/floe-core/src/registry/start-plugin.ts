import { redactError } from "../config/redact-error.ts";
import { PluginBlockedError } from "../errors/plugin-blocked-error.ts";
import { PluginError } from "../errors/plugin-error.ts";
import { PluginStartupError } from "../errors/plugin-startup-error.ts";
import { PluginTimeoutError } from "../errors/plugin-timeout-error.ts";
import type { PluginMetadata, StartupContext } from "../plugin/plugin-metadata.ts";
import type { PluginKey } from "../plugin-key.ts";
import { channels } from "./channels.ts";
import { configurePlugin } from "./configure-plugin.ts";
import { loadPlugin } from "./load-plugin.ts";
import type { PluginRecord, StartOperation } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";
import { HookScope, runHook, type HookOutcome } from "./run-hook.ts";
import { awaitLate, callShutdown, type ShutdownOutcome } from "./stop-plugin.ts";
import { secretsOf } from "./secrets-of.ts";

/** A dependency of a plugin that is to be started. */
export interface RequiredPlugin {
  readonly record: PluginRecord;
  /** It may be down; then the plugin starts without it. */
  readonly optional: boolean;
}

/**
 * Starts one plugin whose dependencies are up, or joins the start that is in progress: load, configure
 * with `{}` if it never was, `startup` under its limit. The operation resolves with what went wrong.
 */
export function startPlugin(
  record: PluginRecord,
  required: readonly RequiredPlugin[],
  context: RegistryContext,
  limitMs: number,
): StartOperation {
  if (record.start !== undefined) return record.start;
  const scope = new HookScope(context.logger);
  const began = performance.now();
  const done = start(record, required, scope, context, limitMs).then((error) => {
    record.start = undefined;
    publish(record, began, error);
    return error;
  });
  record.start = { done, interested: 0, abort: (reason) => scope.abort(reason) };
  return record.start;
}

async function start(
  record: PluginRecord,
  required: readonly RequiredPlugin[],
  scope: HookScope,
  context: RegistryContext,
  limitMs: number,
): Promise<PluginError | undefined> {
  const plugin = await makeReady(record, scope, context, limitMs);
  if (plugin instanceof PluginError) return plugin;
  // From here to the hook's call nothing waits: what is checked now still holds when the plugin starts.
  const { reason } = scope;
  if (reason !== undefined || record.isLeaving) return reason ?? gone(record);
  const down = required.find((one) => !one.optional && !one.record.isUp);
  if (down !== undefined) return block(record, down.record);
  record.attach(required.map((one) => one.record).filter((one) => one.isUp));
  record.state = "starting";
  const startup = (): unknown => plugin.startup(startupContext(record, scope));
  const hooked = runHook(startup, scope, { ms: limitMs, error: () => overrun(record, limitMs) });
  const outcome = hooked instanceof Promise ? await hooked : hooked;
  if (outcome.kind !== "done") return failStart(record, outcome, context);
  // Given up in its last moment: nobody waits for it any more, and it has to be stopped like one that is late.
  if (scope.reason !== undefined) {
    return failStart(record, { kind: "overran", reason: scope.reason, settled: Promise.resolve() }, context);
  }
  record.state = "active";
  record.error = undefined;
  record.startOrder = context.store.nextStart();
  // A check of an earlier life may hang for ever.
  record.health = undefined;
  return undefined;
}

function startupContext(record: PluginRecord, scope: HookScope): StartupContext {
  const dependencies = new Map<PluginKey, PluginMetadata>();
  // What is up has an instance.
  for (const { key, plugin } of record.requires) dependencies.set(key, plugin as PluginMetadata);
  return Object.defineProperty(scope.context(), "dependencies", { value: dependencies, enumerable: true }) as StartupContext;
}

/** Everything before the hook: the end of an earlier life, the instance, a configuration. */
async function makeReady(
  record: PluginRecord,
  scope: HookScope,
  context: RegistryContext,
  limitMs: number,
): Promise<PluginMetadata | PluginError> {
  const limit = { ms: limitMs, error: () => overrun(record, limitMs) };
  const stopped = await runHook(() => record.stop, scope, limit);
  if (stopped.kind === "overran") return stopped.reason;
  const { leftover } = record;
  if (leftover !== undefined) {
    const waited = await runHook(() => leftover.settled, scope, limit);
    if (waited.kind === "overran") return fail(record, waited.reason);
  }
  const loaded = await runHook(() => record.plugin ?? loadPlugin(record, context), scope, limit);
  if (loaded.kind === "overran") return loaded.reason;
  if (loaded.kind === "threw") return fail(record, loaded.error as PluginError);
  if (record.config !== undefined) return loaded.value;
  try {
    configurePlugin(record, loaded.value, {});
  } catch (error) {
    return fail(record, error as PluginError);
  }
  return loaded.value;
}

/** A start that threw is cleaned up at once; one that runs on, when it has settled or at the next shutdown. */
async function failStart(
  record: PluginRecord,
  outcome: Exclude<HookOutcome<unknown>, { kind: "done" }>,
  context: RegistryContext,
): Promise<PluginError> {
  const limitMs = context.limit("shutdown", record);
  if (outcome.kind === "overran") {
    leaveBehind(record, outcome.settled, context, limitMs);
    return fail(record, outcome.reason);
  }
  const cleanup = await callShutdown(record, context, limitMs);
  record.detach();
  if (cleanup.settled !== undefined) awaitLate(record, cleanup.settled);
  const secrets = secretsOf(record);
  const cause = redactError(outcome.error, secrets);
  return fail(record, new PluginStartupError({ plugin: record.key, cause, cleanupFailure: cleanup.error?.message }));
}

function leaveBehind(record: PluginRecord, hookSettled: Promise<void>, context: RegistryContext, limitMs: number): void {
  let disposal: Promise<ShutdownOutcome> | undefined;
  const dispose = (ms: number): Promise<ShutdownOutcome> => {
    disposal ??= callShutdown(record, context, ms).then((outcome) => {
      leftover.dispose = undefined;
      record.detach();
      return outcome;
    });
    return disposal;
  };
  const settled = hookSettled.then(async () => {
    const disposed = await dispose(limitMs);
    await disposed.settled;
    record.leftover = undefined;
  });
  const leftover: NonNullable<PluginRecord["leftover"]> = {
    settled,
    dispose: async (ms) => (await dispose(ms)).error,
  };
  record.leftover = leftover;
}

/** Marks a plugin as blocked by what it needs, and says by what at the root. */
export function block(record: PluginRecord, by: PluginRecord): PluginBlockedError {
  const root = by.error instanceof PluginBlockedError ? by.error.blockedBy : by.key;
  const cause = by.error instanceof PluginBlockedError ? by.error.cause : by.error;
  const error = new PluginBlockedError({ plugin: record.key, blockedBy: root, cause });
  record.state = "blocked";
  record.error = error;
  return error;
}

/** Marks a plugin as failed. */
export function fail<Failure extends PluginError>(record: PluginRecord, error: Failure): Failure {
  record.state = "failed";
  record.error = error;
  return error;
}

function overrun(record: PluginRecord, limitMs: number): PluginError {
  return new PluginTimeoutError({ plugin: record.key, hook: "startup", limitMs });
}

function gone(record: PluginRecord): PluginError {
  return new PluginStartupError({ plugin: record.key, reason: "it was unregistered meanwhile" });
}

function publish(record: PluginRecord, began: number, error: PluginError | undefined): void {
  if (!channels.start.hasSubscribers) return;
  const failure = error === undefined ? {} : { error: error.toJSON() };
  channels.start.publish({ key: record.key, durationMs: performance.now() - began, ...failure });
}
