import { discover, type Candidates, type Discovery } from "../discovery/discover.ts";
import type { DiscoveryConflict, DiscoveryReport } from "../discovery/discovery-report.ts";
import type { FoundEntry } from "../discovery/discovery-source.ts";
import type { PluginKey } from "../plugin-key.ts";
import { channels } from "./channels.ts";
import { factsOf, toCandidate } from "./plugin-facts.ts";
import { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";
import type { RediscoveryReport } from "./reports.ts";

/** Discovers and puts what was found into the store, which was not asked before. Never throws. */
export function discoverInto(context: RegistryContext): DiscoveryReport {
  return apply(context, look(context)).report;
}

/**
 * Discovers again and brings the store up to date. What is loaded, or was imported and failed, stays as it
 * is: its module is in this process for good. Never throws.
 */
export function rediscoverInto(context: RegistryContext): RediscoveryReport {
  const { report, changes } = apply(context, look(context));
  return { ...report, changes };
}

function look(context: RegistryContext): Discovery {
  const { cwd, scope, sources, prefer, store } = context;
  return discover(sources, { cwd, scope, groups: [...store.types.keys()] }, prefer);
}

function apply(
  context: RegistryContext,
  found: Discovery,
): { readonly report: DiscoveryReport; readonly changes: RediscoveryReport["changes"] } {
  const { store } = context;
  const offeredBefore = new Set(store.report?.entryPoints.map(({ key }) => key));
  const added: PluginKey[] = [];
  const removed: PluginKey[] = [];
  const changed: PluginKey[] = [];
  const registered = new Set(store.all().filter(({ candidates }) => candidates === undefined).map(({ key }) => key));
  const conflicts: DiscoveryConflict[] = found.report.conflicts.filter(({ key }) => !registered.has(key));
  for (const [key, candidates] of found.candidates) {
    const record = store.findKey(key);
    if (record === undefined) {
      const { type, name } = (candidates.all[0] as FoundEntry).entryPoint;
      store.add(new PluginRecord(type, name, candidates));
      added.push(key);
    } else if (record.candidates === undefined) {
      conflicts.push(registeredConflict(record, candidates));
    } else {
      if (!sameCandidates(record.candidates, candidates)) changed.push(key);
      if (!isImported(record)) renew(record, candidates);
    }
  }
  for (const record of store.all()) {
    if (record.candidates === undefined || found.candidates.has(record.key)) continue;
    // A loaded plugin stays known; that its package is gone is news only once.
    if (offeredBefore.has(record.key)) removed.push(record.key);
    if (isImported(record) || record.isLive) continue;
    // An activation that got to know it before must not start what nothing would stop any more.
    record.isLeaving = true;
    store.remove(record);
  }
  conflicts.sort((a, b) => (a.key < b.key ? -1 : 1));
  const report = Object.freeze({ ...found.report, conflicts: Object.freeze(conflicts) });
  store.report = report;
  announce(context, report);
  // Candidates and records both come by key.
  return { report, changes: Object.freeze({ added, removed, changed }) };
}

/** Whether the plugin's module may have been evaluated: Node does not evaluate it a second time. */
function isImported(record: PluginRecord): boolean {
  if (record.plugin !== undefined || record.state === "loading") return true;
  const { error } = record;
  if (record.load === undefined || error === undefined) return false;
  return error.code !== "FLOE_PLUGIN_INCOMPATIBLE" && !("stage" in error && error.stage === "resolve");
}

/** Takes what was found now, and forgets a failure that importing had no part in. */
function renew(record: PluginRecord, candidates: Candidates): void {
  record.candidates = candidates;
  record.load = undefined;
  record.error = undefined;
  record.state = "discovered";
}

function sameCandidates(one: Candidates, other: Candidates): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint({ chosen, all }: Candidates): string {
  return JSON.stringify([chosen?.entryPoint, all.map((found) => found.entryPoint)]);
}

function registeredConflict(record: PluginRecord, candidates: Candidates): DiscoveryConflict {
  const registered = { name: "(registered)", version: factsOf(record).version, path: "", registered: true } as const;
  const others = candidates.all.map((found) => found.entryPoint.package);
  const named = candidates.all.map(toCandidate).map((one) => `${one.package} ${one.version} (${one.path})`);
  return Object.freeze({
    key: record.key,
    candidates: Object.freeze([registered, ...others]),
    message: `${record.key} is registered already; also offered by ${named.join(" and ")}`,
    remedy: "The registered plugin stays. Remove the packages, or do not register the plugin.",
  });
}

function announce({ logger }: RegistryContext, report: DiscoveryReport): void {
  for (const { code, message, remedy, file, path } of report.skipped) logger.warn(message, { code, remedy, file, path });
  for (const { key, message, remedy } of report.conflicts) logger.warn(message, { key, remedy });
  const { entryPoints, packagesRead, durationMs } = report;
  logger.debug("discovered plugins", { entryPoints: entryPoints.length, packagesRead, durationMs });
  if (channels.discover.hasSubscribers) channels.discover.publish(report);
}
