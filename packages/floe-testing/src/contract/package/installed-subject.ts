import {
  packageScan,
  pluginKey,
  PluginRegistry,
  staticSource,
  tryParsePluginKey,
  type DiscoveryFindings,
  type DiscoverySource,
  type FoundEntry,
  type PluginDependency,
  type PluginType,
} from "floe-core";
import type { Hook } from "../trial/hook.ts";
import type { ContractSubject } from "../subject/contract-subject.ts";
import { standIns } from "../subject/stand-ins.ts";

/** A plugin in an application on disk. */
export interface InstalledPlugin {
  readonly type: PluginType;
  readonly name: string;
  /** The application's folder. */
  readonly application: string;
  /** As a subject's `onCall`. */
  readonly onCall?: (hook: Hook | undefined) => void;
}

/**
 * A plugin that is discovered in an application on disk, as a platform would discover it. What it depends on and is
 * not installed there has a fake in its place.
 */
export function installedSubject({ type, name, application, onCall = () => {} }: InstalledPlugin): ContractSubject {
  const key = pluginKey(type, name);
  const scan = packageScan();
  let findings: DiscoveryFindings | undefined;
  const look = (request: Parameters<DiscoverySource["discover"]>[0]): DiscoveryFindings =>
    // Read once: the files do not change under the suite.
    (findings ??= scan.discover({ ...request, cwd: application }));
  const packages: DiscoverySource = { name: scan.name, discover: look };
  const others: DiscoverySource = {
    name: "stand-ins",
    discover: (request) => {
      const { entries } = look(request);
      const needs = entries.find(({ entryPoint }) => entryPoint.key === key)?.entryPoint.dependencies ?? [];
      const table = standIns(needs.filter((need) => !isAmong(entries, need)));
      return staticSource(table, { name: "stand-ins", package: "stand-ins", version: "1.0.0" }).discover(request);
    },
  };
  return {
    type,
    name,
    key,
    onCall,
    open({ cwd, logger, limitMs }) {
      const limits = { startupTimeoutMs: limitMs, shutdownTimeoutMs: limitMs, healthTimeoutMs: limitMs };
      const registry = new PluginRegistry({ ...limits, cwd, logger, sources: [packages, others] });
      registry.discoverAll();
      return registry;
    },
  };
}

function isAmong(entries: readonly FoundEntry[], dependency: PluginDependency): boolean {
  const { type, name } = typeof dependency === "string" ? (tryParsePluginKey(dependency) ?? { type: undefined, name: dependency }) : dependency;
  return entries.some(({ entryPoint }) => {
    return (type === undefined || entryPoint.type === type) && (name === undefined || entryPoint.name === name);
  });
}
