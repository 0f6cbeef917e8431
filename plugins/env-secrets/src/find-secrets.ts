import type { SecretsPlace, Variables } from "./read-variables.ts";
import { variableName } from "./variable-name.ts";

/** The name under which `key` is found: itself, else the variable it stands for; undefined if there is neither. */
export function findName(key: string, { all }: Pick<Variables, "all">): string | undefined {
  return [key, variableName(key)].find((name) => all.has(name));
}

/** The value of `key`, which may be empty, or null if there is none. */
export function findSecret(key: string, { all }: Pick<Variables, "all">): string | null {
  return all.get(findName(key, { all }) ?? key) ?? null;
}

/**
 * The names, sorted, that begin with `prefix` or with the variable name it stands for. Those of the environment
 * are among them only if the configuration says by a prefix which of them are secrets: most never are.
 */
export function listNames(prefix: string, { files, all }: Variables, { config }: Pick<SecretsPlace, "config">): readonly string[] {
  const names = [...(config.prefix === "" ? files : all).keys()].sort();
  if (prefix === "") return names;
  const start = variableName(prefix);
  return names.filter((name) => name.startsWith(prefix) || name.startsWith(start));
}

/** What begins with the variable name of `name` and `_`, by the rest of the name; null if nothing does. */
export function findSecretGroup(name: string, { all }: Pick<Variables, "all">): Readonly<Record<string, string>> | null {
  const start = `${variableName(name)}_`;
  const members = [...all]
    .filter(([member]) => member.startsWith(start) && member !== start)
    .map(([member, value]) => [member.slice(start.length), value] as const);
  return members.length === 0 ? null : Object.fromEntries(members);
}
