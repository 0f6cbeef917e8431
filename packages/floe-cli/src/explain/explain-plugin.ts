import {
  checkCompatibility,
  FLOE_PLUGIN_API_VERSION,
  PluginIncompatibleError,
  type EntryPoint,
  type PluginInfo,
  type PluginKey,
  type SkippedEntry,
} from "floe-core";
import { dependencyOutcomes } from "../graph/dependency-outcomes.ts";
import { graphNode } from "../graph/graph-view.ts";
import { dependentsOf } from "./dependents-of.ts";
import type { Evidence } from "./evidence.ts";
import type { ExplainedPlugin, Offer } from "./explanation.ts";
import type { LoadedPlugin } from "./load-plugins.ts";
import { neededBy } from "./needed-by.ts";
import { readPluginQuery } from "./plugin-query.ts";
import { skippedPlugin } from "./skipped-plugin.ts";

/** What is known of a plugin besides what discovery says. */
export interface PluginFindings {
  /** Undefined: it was not loaded. */
  readonly loaded: LoadedPlugin | undefined;
  readonly inProduct: ExplainedPlugin["inProduct"];
}

/** Explains one plugin, of which something is known: an entry that was accepted, or one that was not. */
export function explainPlugin(key: PluginKey, evidence: Evidence, { loaded, inProduct }: PluginFindings): ExplainedPlugin {
  const info = evidence.infos().find((one) => one.key === key);
  const index = evidence.index();
  const isReachable = info !== undefined || verdictsOn(key, evidence.report.skipped).length > 0;
  const { entryPoints, skipped: verdicts } = isReachable ? evidence.report : evidence.installed();
  const offered = entryPoints.filter((entry) => entry.key === key);
  const skipped = verdictsOn(key, verdicts);
  const node = info === undefined ? undefined : graphNode(info, index);
  const version = info?.apiVersion ?? (info === undefined ? offered[0]?.apiVersion : undefined);
  const api = version === undefined ? undefined : checkCompatibility(version);
  return {
    key,
    ...judge(key, evidence, { info, offered, skipped }),
    version: info?.version ?? offered[0]?.package.version ?? null,
    description: info?.description ?? offered[0]?.description ?? "",
    offers: offered.map((entry) => offerOf(entry, info)),
    skipped,
    api: { version: version ?? null, isCompatible: api?.compatible ?? null, reason: api?.reason ?? null },
    dependencies: info === undefined ? [] : dependencyOutcomes(info, index),
    dependents:
      info === undefined
        ? { direct: neededBy(readPluginQuery(key), index.graph), indirect: [] }
        : dependentsOf(key, index.graph),
    start:
      node === undefined || node.status === "missing"
        ? null
        : {
            status: node.status,
            wave: node.wave,
            becauseOf: node.becauseOf,
            cycles: index.graph.resolution.cycles.filter((path) => path.includes(key)),
          },
    state: info?.state ?? null,
    load: loaded === undefined ? null : { durationMs: loaded.durationMs, error: loaded.error },
    configuration: loaded?.configuration ?? null,
    inProduct,
  };
}

interface Known {
  readonly info: PluginInfo | undefined;
  readonly offered: readonly EntryPoint[];
  readonly skipped: readonly SkippedEntry[];
}

function judge(
  key: PluginKey,
  { report }: Evidence,
  { info, offered, skipped }: Known,
): Pick<ExplainedPlugin, "verdict" | "reason" | "remedy"> {
  const conflict = report.conflicts.find((one) => one.key === key);
  if (conflict !== undefined) return { verdict: "conflict", reason: conflict.message, remedy: conflict.remedy };
  if (info !== undefined) return judgeApi(info);
  const [unreachable] = offered;
  if (unreachable === undefined) return { verdict: "skipped", reason: skipped[0]?.message ?? null, remedy: skipped[0]?.remedy ?? null };
  const { name } = unreachable.package;
  return { verdict: "unreachable", ...notReachable(name) };
}

/** Why an installed package is not looked at, and what to do. */
export function notReachable(name: string): { readonly reason: string; readonly remedy: string } {
  return {
    reason: `${name} is installed, but neither the application nor a package with a floe block depends on it`,
    remedy: `Make ${name} a dependency of the application.`,
  };
}

function judgeApi({ key, apiVersion }: PluginInfo): Pick<ExplainedPlugin, "verdict" | "reason" | "remedy"> {
  const { compatible, reason, upgrade = "plugin" } = checkCompatibility(apiVersion ?? FLOE_PLUGIN_API_VERSION);
  if (compatible) return { verdict: "accepted", reason: null, remedy: null };
  const { hint } = new PluginIncompatibleError({
    plugin: key,
    requiredVersion: apiVersion ?? "",
    platformVersion: FLOE_PLUGIN_API_VERSION,
    upgrade,
    reason,
  });
  return { verdict: "incompatible", reason, remedy: hint };
}

function offerOf({ file, export: exported, apiVersion, package: from }: EntryPoint, info: PluginInfo | undefined): Offer {
  const isChosen = info !== undefined && info.conflict === undefined && info.package?.path === from.path && info.package.name === from.name;
  return { package: from.name, version: from.version, path: from.path, file, export: exported, apiVersion: apiVersion ?? null, isChosen };
}

function verdictsOn(key: PluginKey, verdicts: readonly SkippedEntry[]): SkippedEntry[] {
  return verdicts.filter((verdict) => skippedPlugin(verdict)?.key === key);
}
