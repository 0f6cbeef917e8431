import { redactData } from "../config/redact-data.ts";
import { redactError } from "../config/redact-error.ts";
import { redactorFor } from "../config/redact-text.ts";
import { PluginBlockedError } from "../errors/plugin-blocked-error.ts";
import { reasonOf } from "../errors/plugin-error.ts";
import { PluginTimeoutError } from "../errors/plugin-timeout-error.ts";
import type { HealthState, HealthStatus } from "../health-status.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import { typeName } from "../text/type-name.ts";
import { channels } from "./channels.ts";
import type { PluginRecord } from "./plugin-record.ts";
import { checkCall, type RegistryContext } from "./registry-context.ts";
import type { HealthOptions } from "./registry-options.ts";
import { HookScope, runHook } from "./run-hook.ts";
import { secretsOf } from "./secrets-of.ts";

/** A status with nothing left out. */
export type FullHealthStatus = Required<HealthStatus>;

/**
 * How one plugin is, within its limit. Never rejects for a plugin: a hook that throws, overruns or answers
 * nonsense makes the plugin unhealthy, and one that is not active is so without its hook being called.
 */
export async function checkHealth(
  record: PluginRecord,
  context: RegistryContext,
  options: HealthOptions,
): Promise<FullHealthStatus> {
  checkCall(options);
  const { plugin } = record;
  if (record.state !== "active" || plugin === undefined) return notStarted(record);
  const began = performance.now();
  const limitMs = context.limit("health", record, options.timeoutMs);
  const status = await probe(record, plugin, context, limitMs, options.signal);
  if (channels.health.hasSubscribers) {
    channels.health.publish({ key: record.key, durationMs: performance.now() - began, status });
  }
  return status;
}

async function probe(
  record: PluginRecord,
  plugin: PluginMetadata,
  context: RegistryContext,
  limitMs: number,
  signal: AbortSignal | undefined,
): Promise<FullHealthStatus> {
  const scope = new HookScope(context.logger);
  const timeout = (): PluginTimeoutError => new PluginTimeoutError({ plugin: record.key, hook: "healthCheck", limitMs });
  const giveUp = (): void => scope.abort(timeout());
  signal?.addEventListener("abort", giveUp, { once: true });
  if (signal?.aborted === true) giveUp();
  // One hook at a time: while one hangs, more calls would pile up behind it and tell nothing new.
  const check = (): unknown => (record.health ??= callHook(() => plugin.healthCheck(scope.context()), record));
  const outcome = await runHook<unknown>(check, scope, { ms: limitMs, overrun: timeout });
  signal?.removeEventListener("abort", giveUp);
  const secrets = secretsOf(record);
  if (outcome.kind === "done") return readStatus(outcome.value, secrets);
  if (outcome.kind === "overran") {
    if (signal?.aborted === true) return unhealthy("healthCheck was given up by its caller", { reason: "aborted" });
    return unhealthy(outcome.reason.message, { reason: "timeout", limitMs });
  }
  const error = redactError(outcome.error, secrets);
  return unhealthy(`healthCheck failed: ${reasonOf(error)}`, { reason: "threw" });
}

/** The hook's answer as a promise that the record forgets once it has settled. */
function callHook(hook: () => unknown, record: PluginRecord): Promise<unknown> {
  const forget = (): void => {
    if (record.health === answer) record.health = undefined;
  };
  const answer = (async () => hook())();
  answer.then(forget, forget);
  return answer;
}

/** The answer as plain JSON without secrets; what cannot be read or written as JSON is nonsense. */
function readStatus(answer: unknown, secrets: readonly string[]): FullHealthStatus {
  if (typeof answer !== "object" || answer === null) return nonsense(typeName(answer));
  const redactor = redactorFor(secrets);
  try {
    const { state, message = "", details = {} } = answer as Partial<HealthStatus>;
    if (!isHealthState(state)) return nonsense(`state ${typeof state === "string" ? `"${redactor.redact(state)}"` : typeName(state)}`);
    if (typeof message !== "string") return nonsense(`message of type ${typeName(message)}`);
    if (typeName(details) !== "object") return nonsense(`details of type ${typeName(details)}`);
    const plain = JSON.parse(JSON.stringify(details)) as Readonly<Record<string, unknown>>;
    return Object.freeze({ state, message: redactor.redact(message), details: Object.freeze(redactData(plain, redactor)) });
  } catch (error) {
    return nonsense(`something that is not JSON: ${redactor.redact(reasonOf(error))}`);
  }
}

function isHealthState(state: unknown): state is HealthState {
  return state === "healthy" || state === "degraded" || state === "unhealthy";
}

function nonsense(found: string): FullHealthStatus {
  return unhealthy(`healthCheck answered no health status, but ${found}`, { reason: "invalid_status" });
}

function notStarted(record: PluginRecord): FullHealthStatus {
  const { error, state } = record;
  const why = error === undefined ? `it is ${state}` : error.message;
  const blockedBy = error instanceof PluginBlockedError ? { blockedBy: error.blockedBy } : {};
  const code = error === undefined ? {} : { code: error.code };
  return unhealthy(`not active: ${why}`, { reason: "not_started", state, ...code, ...blockedBy });
}

function unhealthy(message: string, details: Readonly<Record<string, unknown>>): FullHealthStatus {
  return Object.freeze({ state: "unhealthy", message, details: Object.freeze(details) });
}
