import type { BaseClause } from "../base-clause.ts";
import type { Clause } from "../clause.ts";
import { ensure } from "../contract-breach.ts";
import type { Trial } from "../trial/trial.ts";
import { CONFIGURED, STARTED } from "./startup-clauses.ts";

/** What has to hold before anything of its type can be asked of a plugin that a registry has configured. */
export const SETTLED: readonly BaseClause[] = [...CONFIGURED, "configuration/is-left-alone"];

/** What has to hold before anything of its type can be asked of a plugin that a registry starts and stops. */
export const ALIVE: readonly BaseClause[] = [...SETTLED, ...STARTED, "lifecycle/goes-all-the-way"];

/** What a platform does with a plugin, from end to end. */
export const LIFECYCLE_CLAUSES: readonly Clause[] = [
  {
    id: "lifecycle/goes-all-the-way",
    title: "is resolved, configured, started, watched, stopped, started again and removed by a registry",
    after: [
      ...STARTED,
      "configuration/is-left-alone",
      "shutdown/honours-its-signal",
      "shutdown/ends",
      "shutdown/does-not-throw",
      "shutdown/is-safe-twice",
      "startup/can-be-repeated",
      "health/honours-its-signal",
      "health/ends",
      "health/does-not-throw",
      "health/answers-a-status",
      "hooks/print-nothing",
    ],
    async check(trial) {
      const { registry, subject } = trial;
      const { key, type, name } = subject;
      const { missing, ambiguous, cycles, versionConflicts } = registry.resolve([key]);
      const problems = missing.length + ambiguous.length + cycles.length + versionConflicts.length;
      ensure(problems === 0, "Its dependencies cannot be resolved; state what stands in for them as `dependencies`");
      await trial.configure();
      const before = await registry.healthCheck(type, name);
      ensure(before.details["reason"] === "not_started", "Before its start it is not said to be not started");
      await live(trial);
      await live(trial);
      ensure(await registry.unregister(type, name), "It could not be removed");
    },
  },
];

async function live({ registry, subject: { key, type, name } }: Trial): Promise<void> {
  const activation = await registry.activateAll({ select: [key] });
  ensure(activation.ok, () => `It was not started: ${activation.plugins.find((one) => one.key === key)?.error?.message ?? "unknown"}`);
  const { details } = await registry.healthCheck(type, name);
  ensure(!["threw", "timeout", "invalid_status"].includes(String(details["reason"])), "Its health could not be told");
  const stopped = await registry.shutdown(type, name);
  ensure(stopped.ok, () => `It was not stopped: ${stopped.plugins.find((one) => one.key === key)?.error?.message ?? "unknown"}`);
}
