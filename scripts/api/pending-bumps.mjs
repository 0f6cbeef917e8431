import { readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../shared/workspace.mjs";
import { isEnough } from "./bumps.mjs";

/**
 * The largest bump that a pending changeset asks for, by package.
 *
 * @param {string} folder `.changeset`, absolute
 * @returns {Map<string, import("./bumps.mjs").Bump>}
 */
export function pendingBumps(folder) {
  /** @type {Map<string, import("./bumps.mjs").Bump>} */
  const bumps = new Map();
  for (const file of filesBelow(folder).filter((name) => name.endsWith(".md") && name !== "README.md")) {
    const header = /^---\n([\s\S]*?)\n---/.exec(readFileSync(path.join(folder, file), "utf8"))?.[1] ?? "";
    for (const [, name = "", bump] of header.matchAll(/^["']?([^"':]+)["']?:\s*(patch|minor|major)\s*$/gm)) {
      const asked = /** @type {import("./bumps.mjs").Bump} */ (bump);
      if (!isEnough(bumps.get(name), asked)) bumps.set(name, asked);
    }
  }
  return bumps;
}
