import fs from "node:fs";
import path from "node:path";
import type { SkippedEntry } from "../discovery-report.ts";
import { printable } from "../printable.ts";
import { toVerdict } from "../problem.ts";
import type { FoundPackage } from "./found-package.ts";
import type { AbsentDependency } from "./scan-result.ts";

/**
 * The verdict on an application whose packages Yarn's Plug'n'Play map knows, in a process that does not
 * know the map; undefined if it is not so. A map somewhere above an application that finds all of its
 * dependencies in `node_modules` is another project's.
 */
export function pnpNotActive(application: FoundPackage, absent: readonly AbsentDependency[]): SkippedEntry | undefined {
  if (!absent.some(({ dependent }) => dependent === application)) return undefined;
  const map = findMap(application.folder);
  if (map === undefined) return undefined;
  const rejection = {
    path: "",
    action: "find the application's packages",
    problem: {
      code: "pnp_not_active" as const,
      expected: "a process started by Yarn",
      found: "a process started without it",
      reason: `${printable(map, 500)} says where they are, and this process was not started by Yarn`,
      remedy: 'Start the process through Yarn, for example "yarn node app.js", or set "nodeLinker: node-modules" in .yarnrc.yml and run "yarn install".',
    },
  };
  return toVerdict(rejection, { package: application.label, file: application.file });
}

function findMap(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const map = path.join(at, ".pnp.cjs");
    if (fs.existsSync(map)) return map;
    if (path.dirname(at) === at) return undefined;
  }
}
