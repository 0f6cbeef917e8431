import { isPluginName, tryParsePluginKey } from "../../plugin-key.ts";
import { nearest } from "../../text/nearest.ts";
import { isSemver } from "../../version/is-semver.ts";
import { printable, showValue } from "../printable.ts";
import type { Rejection } from "../problem.ts";
import { isJsonObject } from "./json-object.ts";

/** Which package a `prefer` entry names: `package-name` or `package-name@1.2.3`. */
export interface PreferredPackage {
  readonly name: string;
  readonly version?: string;
}

/** What `prefer` says, by plugin key; its bad entries are set aside. */
export interface Preferences {
  readonly prefer: Readonly<Record<string, string>>;
  readonly rejections: readonly Rejection[];
}

/** Reads `prefer`, which stands at JSON path `path`; nothing is no preference. */
export function parsePreferences(value: unknown, groups: readonly string[], path: string): Preferences {
  if (value === undefined) return { prefer: {}, rejections: [] };
  if (!isJsonObject(value)) return { prefer: {}, rejections: [reject(path, "an object", showValue(value))] };
  const good: [string, string][] = [];
  const rejections: Rejection[] = [];
  for (const [key, preferred] of Object.entries(value)) {
    const place = `${path}.${printable(key)}`;
    if (!isKnownKey(key, groups)) {
      rejections.push(reject(place, "a plugin's key as name", showValue(key), hintFor(key, groups)));
    } else if (typeof preferred !== "string" || tryParsePreferred(preferred) === undefined) {
      rejections.push(reject(place, "package-name or package-name@version", showValue(preferred)));
    } else {
      good.push([key, preferred]);
    }
  }
  return { prefer: Object.fromEntries(good), rejections };
}

/** Splits `package-name@1.2.3` or `@scope/name`; undefined when it is neither. */
export function tryParsePreferred(text: string): PreferredPackage | undefined {
  const at = text.lastIndexOf("@");
  if (at <= 0) return isWord(text) ? { name: text } : undefined;
  const name = text.slice(0, at);
  const version = text.slice(at + 1);
  return isWord(name) && isSemver(version) ? { name, version } : undefined;
}

/** Looser than a package's name: a static source may call its package what it likes. */
function isWord(name: string): boolean {
  return /^@?[^\s@\p{Cc}]+$/u.test(name);
}

function isKnownKey(key: string, groups: readonly string[]): boolean {
  const parsed = tryParsePluginKey(key);
  return parsed !== undefined && groups.includes(parsed.type) && isPluginName(parsed.name);
}

function hintFor(key: string, groups: readonly string[]): string | undefined {
  const group = tryParsePluginKey(key)?.type;
  const near = group === undefined || groups.includes(group) ? undefined : nearest(group, groups);
  return near === undefined ? undefined : `Did you mean the group "${near}"?`;
}

function reject(path: string, expected: string, found: string, hint?: string): Rejection {
  return {
    path,
    action: `use ${path}`,
    problem: {
      code: "prefer_invalid",
      expected,
      found,
      remedy: hint ?? 'Write "prefer": { "floe.computes:duckdb": "package-name" }, with a version if need be: "package-name@1.2.3".',
    },
  };
}
