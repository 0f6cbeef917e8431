import { execFileSync } from "node:child_process";

/** @typedef {(...command: string[]) => string | undefined} Git what git prints; undefined if it cannot answer */

/**
 * Git in one folder.
 *
 * @param {string} folder
 * @returns {Git}
 */
export function gitIn(folder) {
  return (...command) => {
    try {
      const stdout = execFileSync("git", command, { cwd: folder, maxBuffer: 64 * 1024 * 1024, stdio: ["ignore", "pipe", "ignore"] });
      return stdout.toString("utf8").trim();
    } catch {
      return undefined;
    }
  };
}
