import type { EntryPointGroup, JobSchedule } from "floe-core";
import { checkSchedule } from "../schedule/check-schedule.ts";
import { readName } from "./name-rule.ts";
import { readPlugins, type PluginSelection } from "./read-plugins.ts";
import { readSources, type SourceEntry } from "./read-sources.ts";
import { readTransforms, type TransformsEntry } from "./read-transforms.ts";
import type { ShapeReader } from "./shape-reader.ts";

/** When a product runs. */
export type Schedule = Omit<JobSchedule, "job">;

/** A platform file as read: its own rules are kept, what it points at has not been looked at. */
export interface ProductShape {
  readonly name: string | undefined;
  readonly plugins: readonly PluginSelection[];
  readonly sources: readonly SourceEntry[];
  readonly transforms: TransformsEntry | undefined;
  readonly schedule: Schedule | undefined;
}

const KEYS = ["name", "plugins", "sources", "transforms", "schedule"];

/**
 * Reads a platform file's value by the file's own rules, reporting everything that breaks them.
 *
 * @param groups The keys allowed under `plugins`, each with its entry-point group.
 */
export function readProduct(reader: ShapeReader, groups: Readonly<Record<string, EntryPointGroup>>): ProductShape | undefined {
  if (reader.at([]) === undefined || reader.at([]) === null) {
    reader.report([], EMPTY);
    return undefined;
  }
  if (reader.mapping([], KEYS, "a mapping with name, plugins and more") === undefined) return undefined;
  return {
    name: readName(reader, ["name"]),
    plugins: readPlugins(reader, groups),
    sources: readSources(reader),
    transforms: readTransforms(reader),
    schedule: readSchedule(reader),
  };
}

function readSchedule(reader: ShapeReader): Schedule | undefined {
  const path = ["schedule"];
  if (reader.mapping(path, ["cron", "timezone"], "{ cron, timezone }") === undefined) return undefined;
  const cron = reader.requiredText([...path, "cron"], 'a cron expression, for example "0 6 * * *"');
  const timezone = reader.text([...path, "timezone"], "an IANA time zone, for example Europe/Berlin") ?? "UTC";
  if (cron === undefined) return undefined;
  checkSchedule(reader, { cron, timezone });
  return { cron, timezone };
}

const EMPTY = {
  code: "type_invalid",
  message: "the file is empty",
  expected: "a mapping with name, plugins and more",
  found: "nothing",
} as const;
