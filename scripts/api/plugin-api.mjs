import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../shared/workspace.mjs";
import { bumpFor, growth, isEnough } from "./bumps.mjs";
import { gitIn } from "./git.mjs";
import { historyProblem, releasesOf } from "./releases.mjs";

/** Where the contract is kept, relative to floe-core. */
export const PLUGIN_API = "etc/plugin-api.md";

/** @typedef {{ version: string, lines: ReadonlyMap<string, string> }} PluginApi the kind of each line, by its text */

/**
 * Checks that `FLOE_PLUGIN_API_VERSION` grew with the plugin contract since floe-core's last release. Before the first
 * one nobody was promised anything: what is committed is the version it states.
 *
 * @param {import("../shared/workspace.mjs").WorkspacePackage} core
 * @param {string} [from] the repository's folder
 * @returns {string[]} problems
 */
export function checkPluginApi(core, from = root) {
  const git = gitIn(from);
  const file = `${core.folder}/${PLUGIN_API}`;
  const releases = releasesOf(core, git);
  const unreadable = releases.length > 0 ? historyProblem(git) : undefined;
  if (unreadable !== undefined) return [unreadable];
  // The last step of all, and the one before: a release is a commit like any other, and may change the contract too.
  const released = releases.flatMap(({ version, commit }) => {
    const text = commit === undefined ? undefined : git("show", `${commit}:${file}`);
    return text === undefined ? [] : [{ of: `floe-core ${version}`, ...parse(text) }];
  });
  const states = [parse(readFileSync(path.join(core.dir, PLUGIN_API), "utf8")), ...released.slice(0, 2)];
  return released.slice(0, 2).flatMap((before, index) => judge(before, states[index] ?? before).map((line) => `${file}: ${line}`));
}

/**
 * @param {PluginApi & { of: string }} before
 * @param {PluginApi} after
 * @returns {string[]} problems
 */
function judge(before, after) {
  const { breaking, adding } = contractChanges(before, after);
  const needed = bumpFor(breaking.length > 0 ? "major" : adding.length > 0 ? "minor" : undefined, before.version);
  const grown = growth(before.version, after.version);
  const since = `since ${before.of}, which has plugin API ${before.version}`;
  if (grown === undefined && before.version !== after.version) return [`FLOE_PLUGIN_API_VERSION went back to ${after.version} ${since}`];
  if (isEnough(grown, needed)) return [];
  const lines = breaking.length > 0 ? breaking : adding;
  return [`FLOE_PLUGIN_API_VERSION is ${after.version} and needs a new ${needed}: the contract changed ${since}`, ...lines];
}

/**
 * What changed, each as a line to print. Breaking is a line that is gone or says something else now, a member that was
 * optional, and a new required member of what plugins made before: no old plugin has it.
 *
 * @param {PluginApi} before
 * @param {PluginApi} after
 * @returns {{ breaking: string[], adding: string[] }}
 */
export function contractChanges(before, after) {
  const madeBefore = new Set([...before.lines].filter(([, kind]) => /^(required|optional)$/.test(kind)).map(([text]) => ownerOf(text)));
  const gone = [...before.lines.keys()].filter((text) => !after.lines.has(text)).map((text) => `- ${text}`);
  const harder = [...after.lines].filter(([text, kind]) => {
    const was = before.lines.get(text);
    return kind === "required" && (was === "optional" || (was === undefined && madeBefore.has(ownerOf(text))));
  });
  const breaking = [...gone, ...harder.map(([text]) => `+ required ${text}`)];
  const adding = [...after.lines].filter(([text, kind]) => {
    const was = before.lines.get(text);
    return was === undefined || (was === "required" && kind === "optional");
  });
  return { breaking, adding: adding.map(([text, kind]) => (kind === "head" ? `+ ${text}` : `+ ${kind} ${text}`)) };
}

/**
 * @param {string} text of `plugin-api.md`
 * @returns {PluginApi}
 */
export function parse(text) {
  const version = /^# Plugin API (\S+)$/m.exec(text)?.[1] ?? "";
  const lines = (/```text\n([\s\S]*?)```/.exec(text)?.[1] ?? "").split("\n").filter(Boolean);
  return {
    version,
    lines: new Map(lines.map((line) => {
      const [, kind = "head", rest = line] = /^(required|optional|given) (.*)$/.exec(line) ?? [];
      return [rest, kind];
    })),
  };
}

/** @param {string} text */
function ownerOf(text) {
  return text.slice(0, text.indexOf(":"));
}
