import type { LeftResource } from "../../registry/resource-tracker.ts";
import type { BaseClause } from "../base-clause.ts";
import type { Clause } from "../clause.ts";
import { ensure } from "../contract-breach.ts";
import { ensurePlays, hookClauses } from "./hook-clauses.ts";
import { STARTED } from "./startup-clauses.ts";

const STOPPED: readonly BaseClause[] = [...STARTED, "shutdown/honours-its-signal", "shutdown/ends", "shutdown/does-not-throw"];

/** What is left after a life is the plugin's own doing only if the life was a whole one. */
const LIVED: readonly BaseClause[] = [...STOPPED, "health/honours-its-signal", "health/ends"];

/** How a plugin stops, and what it leaves. */
export const SHUTDOWN_CLAUSES: readonly Clause[] = [
  ...hookClauses({ area: "shutdown", hook: "shutdown", after: STARTED }),
  {
    id: "shutdown/is-safe-without-startup",
    title: "can be stopped without having been started",
    after: STOPPED,
    check: async (_, facts) => ensurePlays(facts, "Stopped without a start", "shutdown"),
  },
  {
    id: "shutdown/is-safe-twice",
    title: "can be stopped twice",
    after: STOPPED,
    check: async (_, facts) => ensurePlays(facts, "Stopped twice", "startup", "shutdown", "shutdown"),
  },
  {
    id: "shutdown/is-safe-after-a-failed-start",
    title: "can be stopped after a start that was given up",
    after: [...STOPPED, "shutdown/is-safe-without-startup"],
    check: async (_, facts) =>
      ensurePlays(facts, "Stopped after a start that was given up", { hook: "startup", aborted: true }, "shutdown"),
  },
  {
    id: "shutdown/stops-timers",
    title: "leaves no timer running when it has stopped",
    after: LIVED,
    async check(_, facts) {
      const { left } = await facts.life();
      const timers = left.filter(({ type }) => type === "Timeout");
      ensure(timers.length === 0, () => `After shutdown there is still ${inWords(timers)}`);
    },
  },
  {
    id: "shutdown/closes-handles",
    title: "leaves nothing open that keeps the process from ending when it has stopped",
    after: LIVED,
    async check(_, facts) {
      const { left } = await facts.life();
      const handles = left.filter(({ type }) => type !== "Timeout");
      ensure(handles.length === 0, () => `After shutdown there is still ${inWords(handles)}`);
    },
  },
];

function inWords(left: readonly LeftResource[]): string {
  return left.map(({ type, at }) => `a ${type}${at === "" ? "" : `, made at ${at}`}`).join("; ");
}
