import {
  pluginKey,
  PluginRegistry,
  staticSource,
  type PluginDependency,
  type PluginType,
  type StaticPluginEntry,
  type StaticPluginTable,
} from "floe-core";
import type { ContractSubject } from "./contract-subject.ts";
import { standIns } from "./stand-ins.ts";

/** A plugin without files, as an entry of a static table states it. */
export interface TableSubjectParts {
  readonly type: PluginType;
  readonly name: string;
  readonly entry: StaticPluginEntry;
  /** What stands in for the plugins that it depends on. Default: the fakes of their types. */
  readonly dependencies?: StaticPluginTable | undefined;
}

/** A subject that is discovered in a table. */
export function tableSubject({ type, name, entry, dependencies }: TableSubjectParts): ContractSubject {
  const needs: readonly PluginDependency[] = Array.isArray(entry.dependencies) ? entry.dependencies : [];
  const sources = [
    staticSource({ [type]: { [name]: entry } }, { name: "contract", package: entry.package ?? "contract" }),
    staticSource(standIns(needs, dependencies), { name: "stand-ins", package: "stand-ins", version: "1.0.0" }),
  ];
  return {
    type,
    name,
    key: pluginKey(type, name),
    open({ cwd, logger, limitMs }) {
      const limits = { startupTimeoutMs: limitMs, shutdownTimeoutMs: limitMs, healthTimeoutMs: limitMs };
      const registry = new PluginRegistry({ ...limits, cwd, logger, sources });
      registry.discoverAll();
      return registry;
    },
  };
}
