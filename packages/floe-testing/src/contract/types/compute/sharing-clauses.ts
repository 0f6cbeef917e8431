import type { ComputePlugin, ProcessSharing } from "floe-core";
import type { Clause } from "../../clause.ts";
import { SETTLED } from "../../base/lifecycle-clauses.ts";
import { ensure, NotOffered } from "../../contract-breach.ts";
import { pureAnswer } from "../../shapes/pure-answer.ts";

const SHARINGS: readonly ProcessSharing[] = ["none", "exclusive", "concurrent"];

/** What a compute plugin says, without being started, of processes that use the same tables. */
export const SHARING_CLAUSES: readonly Clause<ComputePlugin>[] = [
  {
    id: "compute/process-sharing",
    title: "says how processes share what its sessions make: none, exclusive or concurrent, the same each time",
    after: SETTLED,
    async check(trial) {
      // A file and memory may be the same engine's, so the answer belongs to a configuration.
      for (const config of trial.declaration.valid) {
        const plugin = await trial.configure(config);
        if (plugin.getProcessSharing === undefined) throw new NotOffered("it does not say how processes share: getProcessSharing is optional");
        const sharing = pureAnswer("getProcessSharing", () => plugin.getProcessSharing?.());
        ensure(SHARINGS.some((known) => known === sharing), () => `getProcessSharing answers with none of ${SHARINGS.join(", ")}`);
      }
    },
  },
];
