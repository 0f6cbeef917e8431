import type { TelemetryBackendPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { connectionClause } from "../../shapes/connection-clause.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { helmValuesClause } from "../../shapes/helm-values-clause.ts";
import { listOf } from "../../shapes/list-of.ts";
import { objectOf, type Members } from "../../shapes/object-of.ts";
import { pureAnswer } from "../../shapes/pure-answer.ts";
import { signalsClause } from "../../shapes/signals-clause.ts";
import type { Trial } from "../../trial/trial.ts";

/** What a collector has pipelines for; a second one of a kind is called `traces/second`. */
const PIPELINE = /^(traces|metrics|logs|profiles)(\/.+)?$/;

/** What a telemetry backend promises. */
export const TELEMETRY_BACKEND_CLAUSES: readonly Clause<TelemetryBackendPlugin>[] = [
  {
    id: "telemetry-backend/exporters",
    title: "answers getOtlpExporterConfig with plain JSON that has exporters, the same each time",
    after: STARTED,
    async check(trial) {
      const exporters = objectOf((await config(trial))["exporters"], "exporters");
      ensure(Object.keys(exporters).length > 0, "exporters has none, so that nothing would be sent");
    },
  },
  {
    id: "telemetry-backend/pipelines",
    title: "has pipelines for traces, metrics, logs or profiles",
    after: [...STARTED, "telemetry-backend/exporters"],
    async check(trial) {
      const names = Object.keys(await pipelines(trial));
      ensure(names.length > 0, "service.pipelines has none, so that nothing would be sent");
      const odd = names.filter((name) => !PIPELINE.test(name));
      ensure(odd.length === 0, `service.pipelines has ${odd.join(", ")}, of a kind that a collector has not`);
    },
  },
  {
    id: "telemetry-backend/pipelines-use-declared-exporters",
    title: "has pipelines that send to exporters, each of which is declared",
    after: [...STARTED, "telemetry-backend/exporters", "telemetry-backend/pipelines"],
    async check(trial) {
      const declared = objectOf((await config(trial))["exporters"], "exporters");
      for (const [name, pipeline] of Object.entries(await pipelines(trial))) {
        const used = listOf(objectOf(pipeline, `Pipeline ${name}`)["exporters"], `exporters of pipeline ${name}`);
        ensure(used.length > 0, `Pipeline ${name} sends to no exporter`);
        const unknown = used.filter((exporter) => !Object.hasOwn(declared, exporter));
        ensure(unknown.length === 0, `Pipeline ${name} sends to ${unknown.join(", ")}, which is not declared`);
      }
    },
  },
  helmValuesClause("telemetry-backend/helm-values"),
  connectionClause("telemetry-backend/connection"),
  signalsClause<TelemetryBackendPlugin>({
    id: "telemetry-backend/honours-signals",
    after: ["telemetry-backend/connection"],
    calls: (plugin) => ({ validateConnection: (signal) => plugin.validateConnection({ signal }) }),
  }),
];

async function config(trial: Trial<TelemetryBackendPlugin>): Promise<Members> {
  const plugin = await trial.configure();
  return ensureJson(pureAnswer("getOtlpExporterConfig", () => plugin.getOtlpExporterConfig()), "getOtlpExporterConfig");
}

async function pipelines(trial: Trial<TelemetryBackendPlugin>): Promise<Members> {
  return objectOf(objectOf((await config(trial))["service"], "service")["pipelines"], "service.pipelines");
}
