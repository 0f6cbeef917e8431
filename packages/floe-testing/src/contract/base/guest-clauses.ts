import type { Clause } from "../clause.ts";
import { ensure } from "../contract-breach.ts";
import { STARTED } from "./startup-clauses.ts";

/** How a plugin behaves as a guest in its host's process. */
export const GUEST_CLAUSES: readonly Clause[] = [
  {
    id: "hooks/print-nothing",
    title: "prints nothing: standard output is the host's, and context.logger is there",
    after: STARTED,
    async check(_, facts) {
      const { printed } = await facts.life();
      ensure(printed.length === 0, () => `Its hooks print ${JSON.stringify(printed.join("").slice(0, 200))}`);
    },
  },
  {
    id: "hooks/leave-globals-alone",
    title: "leaves global variables, the environment and the working directory alone",
    after: STARTED,
    async check(_, facts) {
      const { globals } = (await facts.life()).world;
      ensure(globals.length === 0, () => `Its hooks change ${globals.join(", ")}`);
    },
  },
  {
    id: "hooks/leave-prototypes-alone",
    title: "leaves the language's own prototypes and constructors alone",
    after: STARTED,
    async check(_, facts) {
      const { prototypes } = (await facts.life()).world;
      ensure(prototypes.length === 0, () => `Its hooks change ${prototypes.join(", ")}`);
    },
  },
];
