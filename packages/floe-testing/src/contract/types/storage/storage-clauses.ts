import type { StoragePlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { ensureUrl } from "../../shapes/ensure-url.ts";
import { helmValuesClause } from "../../shapes/helm-values-clause.ts";
import { pureAnswer } from "../../shapes/pure-answer.ts";
import { signalsClause } from "../../shapes/signals-clause.ts";
import { templatesClause } from "../../shapes/templates-clause.ts";
import { FILE_CLAUSES } from "./file-clauses.ts";
import { rootOf } from "./storage-trial.ts";

/** What a storage plugin promises. */
export const STORAGE_CLAUSES: readonly Clause<StoragePlugin>[] = [
  {
    id: "storage/warehouse-uri",
    title: "answers getWarehouseUri with an absolute URI, another one for each namespace",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      const [one, other] = ["floe_contract", "floe_contract_other"].map((namespace) => {
        const uri = pureAnswer("getWarehouseUri", () => plugin.getWarehouseUri(namespace));
        ensureText(uri, "The warehouse of a namespace");
        ensureUrl(uri, "The warehouse of a namespace");
        return uri;
      });
      ensure(one !== other, "Two namespaces have one warehouse, so that their tables would meet");
    },
  },
  ...FILE_CLAUSES,
  {
    id: "storage/dbt-profile",
    title: "answers getDbtProfileConfig with plain JSON, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      ensureJson(pureAnswer("getDbtProfileConfig", () => plugin.getDbtProfileConfig()), "getDbtProfileConfig");
    },
  },
  {
    id: "storage/catalog-config",
    title: "answers getCatalogConfig with plain JSON, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      ensureJson(pureAnswer("getCatalogConfig", () => plugin.getCatalogConfig()), "getCatalogConfig");
    },
  },
  helmValuesClause("storage/helm-values"),
  templatesClause<StoragePlugin>({
    id: "storage/keeps-secrets-in-templates",
    answers: (plugin) => ({
      getDbtProfileConfig: plugin.getDbtProfileConfig(),
      getWarehouseUri: plugin.getWarehouseUri("floe_contract"),
    }),
  }),
  signalsClause<StoragePlugin>({
    id: "storage/honours-signals",
    after: ["storage/warehouse-uri", "storage/reads-what-it-wrote"],
    async calls(plugin, trial) {
      const io = await trial.call("getFileIo", (signal) => plugin.getFileIo({ signal }));
      // Nothing is written: `write` of a location that nobody removes afterwards has no place here.
      const location = `${rootOf(plugin, trial)}/absent`;
      return {
        getFileIo: (signal) => plugin.getFileIo({ signal }),
        read: (signal) => io.read(location, { signal }),
        delete: (signal) => io.delete(location, { signal }),
        list: (signal) => io.list(location, { signal }),
      };
    },
  }),
];
