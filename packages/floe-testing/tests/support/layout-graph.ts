import { planPackages, type PackageGraph } from "../../src/temp-project/package-graph.ts";
import type { Placement } from "../../src/temp-project/layouts/placement.ts";
import type { TempPackage } from "../../src/temp-project/temp-package.ts";

/** The part of `npm install debug@4.3.4 ms@2.0.0 send@0.18.0` in which names meet, and a package with a scope. */
const TABLE: Readonly<Record<string, TempPackage>> = {
  debug: { version: "4.3.4", dependencies: ["ms-2.1.2"] },
  ms: { version: "2.0.0" },
  send: { version: "0.18.0", dependencies: ["debug-2.6.9", "ms-2.1.3", "@x/mime"] },
  "debug-2.6.9": { name: "debug", version: "2.6.9", of: [], dependencies: ["ms"] },
  "ms-2.1.2": { name: "ms", version: "2.1.2", of: [] },
  "ms-2.1.3": { name: "ms", version: "2.1.3", of: [] },
  "@x/mime": { version: "1.6.0", of: [] },
};

/** The graph of it. */
export function exampleGraph(): PackageGraph {
  return planPackages(TABLE, { name: "app", floeCore: "none" }).graph;
}

/** The folders of a placement, sorted, each with the id of what stands there. */
export function foldersOf({ folders }: Pick<Placement, "folders">): Readonly<Record<string, string>> {
  return Object.fromEntries(folders.map(({ folder, id }) => [folder, id] as const).sort());
}

/** The links of a placement, each with where it leads. */
export function linksOf({ links }: Pick<Placement, "links">): Readonly<Record<string, string>> {
  return Object.fromEntries(links.map(({ at, to }) => [at, to] as const).sort());
}
