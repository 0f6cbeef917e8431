import type { FoundEntry } from "../discovery/discovery-source.ts";
import type { DuplicateCandidate } from "../errors/duplicate-plugin-error.ts";
import type { EntryPointGroup } from "../plugin/plugin-types.ts";
import type { PluginInfo } from "./plugin-info.ts";
import type { PluginFacts, PluginRecord } from "./plugin-record.ts";

const UNKNOWN: PluginFacts = Object.freeze({
  version: "",
  apiVersion: undefined,
  description: "",
  dependencies: Object.freeze([]),
});

/** What is known of a plugin: from its instance if there is one, else from the manifest that was chosen. */
export function factsOf(record: PluginRecord): PluginFacts {
  return record.facts ?? manifestFacts(record.candidates?.chosen);
}

function manifestFacts(found: FoundEntry | undefined): PluginFacts {
  if (found === undefined) return UNKNOWN;
  const { apiVersion, description = "", dependencies, package: origin } = found.entryPoint;
  return { version: origin.version, apiVersion, description, dependencies };
}

/** A plugin as lists show it. */
export function toInfo(record: PluginRecord): PluginInfo {
  const candidates = record.candidates;
  const isUnsettled = candidates !== undefined && candidates.chosen === undefined;
  const shown = candidates?.chosen ?? candidates?.all[0];
  const facts = isUnsettled ? manifestFacts(shown) : factsOf(record);
  return Object.freeze({
    key: record.key,
    type: record.type as EntryPointGroup,
    name: record.name,
    version: facts.version,
    apiVersion: facts.apiVersion,
    description: facts.description,
    dependencies: Object.freeze(facts.dependencies),
    ...(shown === undefined ? {} : { package: shown.entryPoint.package }),
    state: record.state,
    isConfigured: record.config !== undefined && record.config !== null,
    ...(isUnsettled ? { conflict: Object.freeze(candidates.all.map((one) => one.entryPoint.package)) } : {}),
  });
}

/** A discovered plugin as duplicate errors and conflicts name it. */
export function toCandidate(found: FoundEntry): DuplicateCandidate {
  const { name, version, path } = found.entryPoint.package;
  return { package: name, version, path };
}
