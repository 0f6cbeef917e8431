import type { HelmValues, PluginMetadata } from "floe-core";
import { STARTED } from "../base/startup-clauses.ts";
import type { Clause } from "../clause.ts";
import type { ContractClause } from "../contract-clause.ts";
import { ensureJson } from "./ensure-json.ts";
import { pureAnswer } from "./pure-answer.ts";

/** That `getHelmValues` answers with plain JSON, the same each time, and once the plugin is configured. */
export function helmValuesClause<Plugin extends PluginMetadata & { getHelmValues(): HelmValues }>(id: ContractClause): Clause<Plugin> {
  return {
    id,
    title: "answers getHelmValues with plain JSON, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      ensureJson(pureAnswer("getHelmValues", () => plugin.getHelmValues()), "getHelmValues");
    },
  };
}
