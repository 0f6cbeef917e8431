import { join } from "node:path";
import type { SemanticLayerPlugin } from "floe-core";
import { FakeCompute } from "../../../fakes/fake-compute.ts";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { ensureUrl } from "../../shapes/ensure-url.ts";
import { helmValuesClause } from "../../shapes/helm-values-clause.ts";
import { objectOf } from "../../shapes/object-of.ts";
import { pureAnswer } from "../../shapes/pure-answer.ts";
import { signalsClause } from "../../shapes/signals-clause.ts";
import { SYNC_CLAUSES } from "./sync-clauses.ts";
import { writeManifest } from "./sync-manifest.ts";

/** What a semantic layer promises. */
export const SEMANTIC_LAYER_CLAUSES: readonly Clause<SemanticLayerPlugin>[] = [
  ...SYNC_CLAUSES,
  {
    id: "semantic-layer/security-context",
    title: "answers getSecurityContext with plain JSON, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      const roles = Object.freeze(["analyst", "reader"]);
      ensureJson(pureAnswer("getSecurityContext", () => plugin.getSecurityContext("sales", roles)), "getSecurityContext");
      ensureJson(pureAnswer("getSecurityContext", () => plugin.getSecurityContext("sales", [])), "getSecurityContext without a role");
    },
  },
  {
    id: "semantic-layer/datasource-config",
    title: "answers getDatasourceConfig with plain JSON, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      const compute = new FakeCompute();
      ensureJson(pureAnswer("getDatasourceConfig", () => plugin.getDatasourceConfig(compute)), "getDatasourceConfig");
    },
  },
  {
    id: "semantic-layer/endpoints",
    title: "answers getApiEndpoints with absolute URLs, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      const endpoints = Object.entries(objectOf(pureAnswer("getApiEndpoints", () => plugin.getApiEndpoints()), "getApiEndpoints"));
      ensure(endpoints.length > 0, "getApiEndpoints has none, so that nobody could ask the layer");
      for (const [name, url] of endpoints) ensureUrl(url, `Endpoint ${name}`);
    },
  },
  helmValuesClause("semantic-layer/helm-values"),
  signalsClause<SemanticLayerPlugin>({
    id: "semantic-layer/honours-signals",
    after: ["semantic-layer/writes-what-it-says"],
    calls(plugin, trial) {
      const { manifestPath, outputDir } = writeManifest(trial);
      return {
        syncFromDbtManifest: (signal) => plugin.syncFromDbtManifest(manifestPath, join(outputDir, "given-up"), { signal }),
      };
    },
  }),
];
