import type { ConnectionResult, HealthStatus, PluginMetadata } from "floe-core";
import type { BaseClause } from "../base-clause.ts";
import type { Clause } from "../clause.ts";
import { ensure } from "../contract-breach.ts";
import type { Trial } from "../trial/trial.ts";
import { hookClauses } from "./hook-clauses.ts";
import { STARTED } from "./startup-clauses.ts";
import { isJsonValue } from "../shapes/is-json-value.ts";

const STATES: readonly unknown[] = ["healthy", "degraded", "unhealthy"];

const ANSWERED: readonly BaseClause[] = [...STARTED, "health/honours-its-signal", "health/ends", "health/does-not-throw"];

/** What a plugin says of its health. */
export const HEALTH_CLAUSES: readonly Clause[] = [
  ...hookClauses({ area: "health", hook: "healthCheck", after: STARTED }),
  {
    id: "health/answers-a-status",
    title: "answers healthCheck with { state, message?, details? }",
    after: ANSWERED,
    async check(_, facts) {
      const ending = (await facts.life()).endings.find(({ hook }) => hook === "healthCheck");
      if (ending?.kind !== "returned") return;
      const { state, message, details } = Object(ending.value) as Partial<Record<keyof HealthStatus, unknown>>;
      ensure(STATES.includes(state), "healthCheck answers with a state that is not healthy, degraded or unhealthy");
      ensure(message === undefined || typeof message === "string", "healthCheck answers with a message that is no text");
      const isObject = typeof details === "object" && details !== null && !Array.isArray(details);
      ensure(details === undefined || isObject, "healthCheck answers with details that are no object");
      ensure(isJsonValue(details ?? {}), "healthCheck answers with details that JSON cannot hold");
    },
  },
  {
    id: "health/is-honest",
    title: "does not call itself healthy when it cannot reach what it needs",
    after: [...ANSWERED, "health/answers-a-status", "lifecycle/goes-all-the-way"],
    async check(trial) {
      const { valid, unreachable } = trial.declaration;
      if (unreachable === undefined) return agree(await trial.start(valid[0]), trial);
      const status = await health(await startedSomehow(trial, unreachable), trial);
      ensure(status.state !== "healthy", "It cannot reach what it needs, and calls itself healthy");
    },
  },
];

/** What it says of its connection and what it says of its health must not contradict each other. */
async function agree(plugin: PluginMetadata, trial: Trial): Promise<void> {
  const connect: unknown = Reflect.get(plugin, "validateConnection");
  if (typeof connect !== "function") return;
  const connection = await trial.call("validateConnection", (signal) =>
    Promise.resolve(Reflect.apply(connect, plugin, [{ signal }]) as Promise<ConnectionResult>),
  );
  const status = await health(plugin, trial);
  const isContradiction = connection.status === "unhealthy" && status.state === "healthy";
  ensure(!isContradiction, "validateConnection says that it is unhealthy, and healthCheck that it is healthy");
}

/** A plugin that refuses to start without its engine has been honest already. */
async function startedSomehow(trial: Trial, config: Readonly<Record<string, unknown>>): Promise<PluginMetadata | undefined> {
  try {
    return await trial.start(config);
  } catch {
    return undefined;
  }
}

async function health(plugin: PluginMetadata | undefined, trial: Trial): Promise<HealthStatus> {
  if (plugin === undefined) return { state: "unhealthy" };
  return trial.call("healthCheck", (signal) => plugin.healthCheck({ signal, logger: trial.logger }));
}
