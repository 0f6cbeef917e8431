import type { IngestionPlugin } from "floe-core";
import { FakeCatalog } from "../../../fakes/fake-catalog.ts";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { objectOf } from "../../shapes/object-of.ts";
import { pureAnswer } from "../../shapes/pure-answer.ts";
import { signalsClause } from "../../shapes/signals-clause.ts";
import { ensureLoadResult } from "./ensure-load-result.ts";
import { configOf, createPipeline } from "./ingestion-pipeline.ts";
import { isSameData } from "../../realm/same-data.ts";

/** What an ingestion plugin promises. */
export const INGESTION_CLAUSES: readonly Clause<IngestionPlugin>[] = [
  {
    id: "ingestion/pipeline",
    title: "prepares a pipeline that has an id, and keeps what it was made of",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.start();
      const { id, config } = objectOf(await createPipeline(plugin, trial, "config"), "createPipeline");
      ensureText(id, "The id of a pipeline");
      ensure(isSameData(config, configOf(trial, "config")), "The config of a pipeline is not what it was made of");
    },
  },
  {
    id: "ingestion/load-result",
    title: "says how a load ended: { success, rowsLoaded, bytesWritten, durationMs, errors }",
    after: [...STARTED, "ingestion/pipeline"],
    async check(trial) {
      const plugin = await trial.start();
      const pipeline = await createPipeline(plugin, trial, "config");
      const success = ensureLoadResult(await trial.call("run", (signal) => plugin.run(pipeline, { signal })), "run");
      const isDeclared = trial.declaration.samples.ingestion?.config !== undefined;
      ensure(success || !isDeclared, "run of what is declared to be loadable failed");
    },
  },
  {
    id: "ingestion/failed-load-is-a-result",
    title: "answers a failed load with a result, and throws nothing",
    after: [...STARTED, "ingestion/pipeline", "ingestion/load-result"],
    async check(trial) {
      const plugin = await trial.start();
      const pipeline = await createPipeline(plugin, trial, "failing");
      const success = ensureLoadResult(await trial.call("run", (signal) => plugin.run(pipeline, { signal })), "run of what cannot be loaded");
      // What is not declared to fail may be something that this loader can load after all.
      const isDeclared = trial.declaration.samples.ingestion?.failing !== undefined;
      ensure(!success || !isDeclared, "run of what is declared to fail succeeded");
    },
  },
  {
    id: "ingestion/destination-config",
    title: "answers getDestinationConfig with plain JSON, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      const catalog = new FakeCatalog();
      ensureJson(pureAnswer("getDestinationConfig", () => plugin.getDestinationConfig(catalog)), "getDestinationConfig");
    },
  },
  signalsClause<IngestionPlugin>({
    id: "ingestion/honours-signals",
    after: ["ingestion/load-result"],
    async calls(plugin, trial) {
      const [config, pipeline] = [configOf(trial, "config"), await createPipeline(plugin, trial, "config")];
      return {
        createPipeline: (signal) => plugin.createPipeline(config, { signal }),
        run: (signal) => plugin.run(pipeline, { signal }),
      };
    },
  }),
];
