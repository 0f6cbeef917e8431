import type { BaseClause } from "../base-clause.ts";
import type { Clause } from "../clause.ts";
import { ensurePlays, hookClauses } from "./hook-clauses.ts";
import { LOADED } from "./load-clauses.ts";

/** What has to hold before a plugin can be started. */
export const CONFIGURED: readonly BaseClause[] = [
  ...LOADED,
  "configuration/has-a-schema-or-null",
  "configuration/schema-does-not-throw",
  "configuration/schema-is-synchronous",
  "configuration/schema-makes-an-object",
  "configuration/accepts-what-is-valid",
  "configuration/configure-is-synchronous",
  "configuration/accepts-what-its-schema-accepts",
];

/** What has to hold before anything can be asked of a started plugin. */
export const STARTED: readonly BaseClause[] = [
  ...CONFIGURED,
  "startup/honours-its-signal",
  "startup/ends",
  "startup/does-not-throw",
];

/** How a plugin starts. */
export const STARTUP_CLAUSES: readonly Clause[] = [
  ...hookClauses({ area: "startup", hook: "startup", after: CONFIGURED }),
  {
    id: "startup/can-be-repeated",
    title: "starts again after it was stopped",
    after: [...STARTED, "shutdown/does-not-throw", "shutdown/is-safe-twice"],
    check: async (_, facts) =>
      ensurePlays(facts, "Started again after a stop", "startup", "shutdown", "startup", "shutdown"),
  },
];
