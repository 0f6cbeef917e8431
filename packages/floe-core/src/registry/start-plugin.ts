import { redactError } from "../config/redact-error.ts";
import { PluginBlockedError } from "../errors/plugin-blocked-error.ts";
import { PluginError } from "../errors/plugin-error.ts";
import { PluginStartupError } from "../errors/plugin-startup-error.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import { channels } from "./channels.ts";
import { configurePlugin } from "./configure-plugin.ts";
import { startContext } from "./hook-context.ts";
import { loadPlugin } from "./load-plugin.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";
import { runHook, type HookOutcome } from "./run-hook.ts";
import type { StartOperation } from "./start-operation.ts";
import { awaitLate, callShutdown, type ShutdownOutcome } from "./stop-plugin.ts";
import { secretsOf } from "./secrets-of.ts";

/** What a plugin that is to be started needs. */
export interface Needs {
  /** Without them it is not started. */
  readonly required: readonly PluginRecord[];
  /** They may be down; then the plugin starts without them. */
  readonly optional: readonly PluginRecord[];
}

/**
 * Starts one plugin whose dependencies are up: load, configure with `{}` if it never was, `startup` under its
 * limit. What is there already is not waited for: a plugin that is loaded and whose hook returns at once is up
 * when this returns, and `operation` is over.
 *
 * @param operation the record's own; whoever asks for the plugin meanwhile, its own hook too, joins it.
 * @param began when, by `performance.now()`.
 */
export function startPlugin(
  record: PluginRecord,
  operation: StartOperation,
  needs: Needs,
  context: RegistryContext,
  began: number,
): void {
  operation.isBegun = true;
  const outcome = start(record, operation, needs, context);
  if (outcome instanceof Promise) void outcome.then((error) => end(record, operation, began, error));
  else end(record, operation, began, outcome);
}

function end(record: PluginRecord, operation: StartOperation, began: number, error: PluginError | undefined): void {
  record.start = undefined;
  publish(record, began, error);
  operation.end(error);
}

type MaybePromise<Value> = Value | Promise<Value>;

function start(
  record: PluginRecord,
  operation: StartOperation,
  needs: Needs,
  context: RegistryContext,
): MaybePromise<PluginError | undefined> {
  if (operation.reason !== undefined) return operation.reason;
  const { plugin } = record;
  if (plugin !== undefined && record.stop === undefined && record.leftover === undefined) {
    return callStartup(record, plugin, operation, needs, context);
  }
  return makeReady(record, operation, context).then((ready) =>
    ready instanceof PluginError ? ready : callStartup(record, ready, operation, needs, context),
  );
}

function callStartup(
  record: PluginRecord,
  plugin: PluginMetadata,
  operation: StartOperation,
  { required, optional }: Needs,
  context: RegistryContext,
): MaybePromise<PluginError | undefined> {
  if (record.config === undefined) {
    try {
      configurePlugin(record, plugin, {});
    } catch (error) {
      return fail(record, error as PluginError);
    }
  }
  // From here to the hook's call nothing waits: what is checked now still holds when the plugin starts.
  const { reason } = operation;
  if (reason !== undefined || record.isLeaving) return reason ?? gone(record);
  for (let index = 0; index < required.length; index += 1) {
    const one = required[index] as PluginRecord;
    if (!one.isUp) return block(record, one);
  }
  record.attach(optional.length === 0 ? required : [...required, ...optional.filter(({ isUp }) => isUp)]);
  record.state = "starting";
  const startup = (): unknown => plugin.startup(startContext(operation, record.requires));
  const outcome = runHook(startup, operation, operation);
  return outcome instanceof Promise
    ? outcome.then((late) => settle(record, operation, late, context))
    : settle(record, operation, outcome, context);
}

/** What the hook's end makes of the plugin. */
function settle(
  record: PluginRecord,
  operation: StartOperation,
  outcome: HookOutcome<unknown>,
  context: RegistryContext,
): MaybePromise<PluginError | undefined> {
  if (outcome.kind !== "done") return failStart(record, outcome, context);
  const { reason } = operation;
  // Given up in its last moment: nobody waits for it any more, and it has to be stopped like one that is late.
  if (reason !== undefined) {
    return failStart(record, { kind: "overran", reason, settled: Promise.resolve() }, context);
  }
  record.state = "active";
  record.startedBy = operation;
  record.error = undefined;
  record.startOrder = context.store.nextStart();
  // A check of an earlier life may hang for ever.
  record.health = undefined;
  return undefined;
}

/** What comes before the configuration, where something has to be waited for: the end of an earlier life, the instance. */
async function makeReady(
  record: PluginRecord,
  operation: StartOperation,
  context: RegistryContext,
): Promise<PluginMetadata | PluginError> {
  const stopped = await runHook(() => record.stop, operation, operation);
  if (stopped.kind === "overran") return stopped.reason;
  const { leftover } = record;
  if (leftover !== undefined) {
    const waited = await runHook(() => leftover.settled, operation, operation);
    if (waited.kind === "overran") return fail(record, waited.reason);
  }
  const loaded = await runHook(() => record.plugin ?? loadPlugin(record, context), operation, operation);
  if (loaded.kind === "overran") return loaded.reason;
  return loaded.kind === "threw" ? fail(record, loaded.error as PluginError) : loaded.value;
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

/** Marks a plugin as blocked by what it needs, which failed with `failure`, and says by what at the root. */
export function block(record: PluginRecord, by: PluginRecord, failure: PluginError | undefined = by.error): PluginBlockedError {
  const root = failure instanceof PluginBlockedError ? failure.blockedBy : by.key;
  const cause = failure instanceof PluginBlockedError ? failure.cause : failure;
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

function gone(record: PluginRecord): PluginError {
  return new PluginStartupError({ plugin: record.key, reason: "it was removed meanwhile" });
}

function publish(record: PluginRecord, began: number, error: PluginError | undefined): void {
  if (!channels.start.hasSubscribers) return;
  const failure = error === undefined ? {} : { error: error.toJSON() };
  channels.start.publish({ key: record.key, durationMs: performance.now() - began, ...failure });
}
