import type { LineageEvent, OrchestratorPlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ALIVE, SETTLED } from "../../base/lifecycle-clauses.ts";
import { ensure } from "../../contract-breach.ts";
import type { Trial } from "../../trial/trial.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";

const EVENT: LineageEvent = {
  eventType: "COMPLETE",
  eventTime: "2024-01-01T00:00:00.000Z",
  run: { runId: "01890000-0000-7000-8000-000000000000" },
  job: { namespace: "floe_contract", name: "report" },
  inputs: [{ namespace: "floe_contract", name: "daily" }],
  outputs: [{ namespace: "floe_contract", name: "report" }],
  producer: "https://floe.example/contract",
  schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json",
};

/** What an orchestrator does besides running. */
export const SERVICE_CLAUSES: readonly Clause<OrchestratorPlugin>[] = [
  {
    id: "orchestrator/lineage-answers-its-run",
    title: "answers a lineage event with the id of its run",
    after: ALIVE,
    async check(trial) {
      const runId = await emit(trial, EVENT);
      ensure(runId === EVENT.run.runId, "emitLineageEvent answers with something else than the event's run id");
    },
  },
  {
    id: "orchestrator/lineage-fails-no-job",
    title: "does not reject for a lineage event that cannot be sent",
    after: [...ALIVE, "orchestrator/lineage-answers-its-run"],
    async check(trial) {
      const itself: Record<string, unknown> = { size: 1n };
      itself["itself"] = itself;
      const run = { ...EVENT.run, facets: { floe_contract: itself } } as LineageEvent["run"];
      const failure = await failureOf(() => emit(trial, { ...EVENT, run }));
      ensure(failure === undefined, "emitLineageEvent rejects: a job would fail because of its lineage");
    },
  },
  {
    id: "orchestrator/helm-values",
    title: "has values for its engine's chart that are plain JSON, for every size",
    after: SETTLED,
    async check(trial) {
      const plugin = await trial.configure();
      ensureJson(plugin.getHelmValues(), "getHelmValues");
      for (const size of ["small", "medium", "large"] as const) ensureJson(plugin.getHelmValues({ size }), "getHelmValues");
    },
  },
];

async function emit(trial: Trial<OrchestratorPlugin>, event: LineageEvent): Promise<string> {
  const plugin = await trial.start();
  return trial.call("emitLineageEvent", (signal) => plugin.emitLineageEvent(event, { signal }));
}
