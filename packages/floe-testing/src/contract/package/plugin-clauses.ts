import type { PluginType } from "floe-core";
import type { Clause } from "../clause.ts";
import { contractClauses } from "../contract-clauses.ts";
import { importClauses } from "./import-clauses.ts";

/** All that is tried of one plugin in a process of its own: how it is imported comes first. */
export function pluginClauses(type: PluginType): readonly Clause[] {
  return [...importClauses(), ...contractClauses(type)];
}
