import { reasonOf } from "floe-core";
import type { BaseClause } from "../base-clause.ts";
import type { Clause } from "../clause.ts";
import { ContractBreach, ensure, NotTried } from "../contract-breach.ts";
import type { Facts } from "../facts.ts";
import type { Hook } from "../trial/hook.ts";
import type { HookEnding, Step } from "../trial/play.ts";

/** The three clauses that a hook has in common with the others. */
export interface HookArea {
  /** What the clauses' ids begin with. */
  readonly area: "startup" | "shutdown" | "health";
  readonly hook: Hook;
  readonly after: readonly BaseClause[];
}

/** That a hook ends, listens to its signal and does not throw. */
export function hookClauses({ area, hook, after }: HookArea): readonly Clause[] {
  return [
    {
      id: `${area}/honours-its-signal`,
      title: `ends ${hook} soon once its signal is aborted`,
      after,
      async check(trial, facts) {
        const attention = await facts.attention(hook);
        if (attention === "hangs") throw new NotTried(`see ${area}/ends`);
        const { signalMs } = trial.declaration.limits;
        ensure(attention === "listens", `${hook} goes on for more than ${signalMs} ms after its signal was aborted`);
      },
    },
    {
      id: `${area}/ends`,
      title: `ends ${hook} by itself, within its limit`,
      after,
      async check(trial, facts) {
        const attention = await facts.attention(hook);
        const { callMs } = trial.declaration.limits;
        ensure(attention !== "hangs", `${hook} does not end, not even ${2 * callMs} ms after its signal was aborted`);
        if (attention === "deaf") throw new NotTried(`see ${area}/honours-its-signal`);
        const ending = await endingOf(hook, facts);
        ensure(ending?.kind !== "pending", `${hook} does not end by itself within ${callMs} ms`);
      },
    },
    {
      id: `${area}/does-not-throw`,
      title: `ends ${hook} without an error`,
      after: [...after, `${area}/honours-its-signal`, `${area}/ends`],
      async check(_, facts) {
        const ending = await endingOf(hook, facts);
        if (ending?.kind === "threw") throw new ContractBreach(`${hook} threw: ${reasonOf(ending.error)}`);
      },
    },
  ];
}

/** How the hook ended in an ordinary life; in one without a health check if that was what the life did not survive. */
async function endingOf(hook: Hook, facts: Facts): Promise<HookEnding | undefined> {
  const isHook = (ending: HookEnding): boolean => ending.hook === hook;
  return (await facts.life()).endings.find(isHook) ?? (await facts.played("startup", "shutdown")).endings.find(isHook);
}

/** @throws ContractBreach if a step of a play threw or did not end. */
export async function ensurePlays(facts: Facts, what: string, ...steps: readonly Step[]): Promise<void> {
  const { endings } = await facts.played(...steps);
  for (const { hook, ...ending } of endings) {
    // A start that was given up may say so; what comes after it may not.
    const isGivenUp = steps.some((step) => typeof step !== "string" && step.hook === hook);
    if (isGivenUp) continue;
    if (ending.kind === "threw") throw new ContractBreach(`${what}, ${hook} threw: ${reasonOf(ending.error)}`);
    ensure(ending.kind === "returned", `${what}, ${hook} did not end`);
  }
}
