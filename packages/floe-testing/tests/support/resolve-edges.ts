import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The real folder in which Node finds package `name` for a module in `folder`; undefined if in none. */
export function resolveAsNode(folder: string, name: string): string | undefined {
  const candidates = createRequire(join(folder, "module.js")).resolve.paths(name) ?? [];
  const found = candidates.map((modules) => join(modules, name)).find((candidate) => existsSync(join(candidate, "package.json")));
  return found === undefined ? undefined : realpathSync(found);
}
