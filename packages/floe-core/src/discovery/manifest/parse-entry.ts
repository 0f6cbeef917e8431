import type { PluginDependency } from "../../plugin/plugin-dependency.ts";
import { nearest } from "../../text/nearest.ts";
import { tryParseApiVersion } from "../../version/parse-api-version.ts";
import { printable, showValue } from "../printable.ts";
import type { Checked, Problem } from "../problem.ts";
import { isJsonObject, own, type JsonObject } from "./json-object.ts";
import { parseEntryValue, type EntryTarget } from "./parse-entry-value.ts";
import { parsePluginDependencies } from "./parse-plugin-dependencies.ts";

/** What an entry says of its plugin besides where it is. */
export interface EntryDetails {
  readonly apiVersion: string | undefined;
  readonly description: string | undefined;
  readonly dependencies: readonly PluginDependency[];
}

/** An entry of a `floe` block as it is written, without its key. */
export interface EntryDefinition {
  readonly target: EntryTarget;
  readonly details: EntryDetails;
}

const MEMBERS: readonly string[] = ["entry", "description", "apiVersion", "dependencies"];

/** Reads one entry, short or long form. `blockApiVersion` is the block's own, which an entry may override. */
export function parseEntry(value: unknown, blockApiVersion: unknown): Checked<EntryDefinition> {
  const form = isJsonObject(value) ? value : { entry: value };
  const unknown = Object.keys(form).find((key) => !MEMBERS.includes(key));
  if (unknown !== undefined) return refuseMember(unknown);
  const target = parseEntryValue(own(form, "entry"));
  if (target.problem !== undefined) return target;
  const details = parseEntryDetails(form, blockApiVersion);
  if (details.problem !== undefined) return details;
  return { value: { target: target.value, details: details.value } };
}

/** Reads the optional members of an entry's long form. */
export function parseEntryDetails(form: JsonObject, blockApiVersion: unknown): Checked<EntryDetails> {
  const description = own(form, "description");
  if (description !== undefined && typeof description !== "string") return refuseDescription(description);
  const ownApiVersion = own(form, "apiVersion");
  const apiVersion = ownApiVersion === undefined ? blockApiVersion : ownApiVersion;
  if (apiVersion !== undefined && (typeof apiVersion !== "string" || tryParseApiVersion(apiVersion) === undefined)) {
    return { problem: apiVersionProblem(apiVersion) };
  }
  const dependencies = parsePluginDependencies(own(form, "dependencies"));
  if (dependencies.problem !== undefined) return dependencies;
  return { value: { apiVersion, description, dependencies: dependencies.value } };
}

/** The problem of an `apiVersion` that is not one. */
export function apiVersionProblem(found: unknown): Problem {
  return {
    code: "api_version_invalid",
    expected: "an API version, X.Y or semver",
    found: showValue(found),
    reason: `its apiVersion is ${showValue(found)}, which is neither X.Y nor semver`,
    remedy: 'Write the plugin-API version it was built for as a text, for example "1.0".',
  };
}

function refuseDescription(found: unknown): Checked<never> {
  return {
    problem: {
      code: "description_invalid",
      expected: "a text",
      found: showValue(found),
      reason: `its description is ${showValue(found)}, not a text`,
      remedy: "Write the description as one line of text, or remove it.",
    },
  };
}

function refuseMember(key: string): Checked<never> {
  const near = nearest(key, MEMBERS);
  return {
    problem: {
      code: "entry_invalid",
      expected: `only ${MEMBERS.join(", ")}`,
      found: showValue(key),
      reason: `its entry has an unknown member "${printable(key)}"`,
      remedy: near === undefined ? "Remove the member." : `Did you mean "${near}"?`,
    },
  };
}
