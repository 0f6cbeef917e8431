import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { PackageGraph } from "../package-graph.ts";
import type { Placement } from "./placement.ts";
import { pnpMap, type PnpMap, type PnpMapEntry } from "./pnp-map.ts";

const MAP = ".pnp.cjs";
const LOADER = ".pnp.loader.mjs";

/**
 * Yarn with `nodeLinker: pnp`, its packages as folders instead of archives. The map is written by Yarn's own
 * code and is the loader at the same time, as with a real install.
 */
export function yarnPnp(graph: PackageGraph, root: string): Placement {
  const yarn = loadYarn();
  const map = pnpMap(graph, root);
  return {
    application: "",
    folders: [...map.folders].map(([id, folder]) => ({ folder, id })),
    links: [],
    files: {
      ".yarnrc.yml": "nodeLinker: pnp\n",
      "yarn.lock": "__metadata:\n  version: 8\n",
      [MAP]: yarn.generateInlinedScript(settingsOf(map)),
      [LOADER]: yarn.getESMLoaderTemplate(),
    },
    nodeArguments: ["--require", join(root, MAP), "--experimental-loader", pathToFileURL(join(root, LOADER)).href],
  };
}

/** What is called of `@yarnpkg/pnp`. Its own declarations bring another version of Node's along. */
interface YarnPnp {
  generateInlinedScript(settings: PnpSettings): string;
  getESMLoaderTemplate(): string;
}

interface PnpSettings {
  readonly dependencyTreeRoots: readonly { readonly name: string; readonly reference: string }[];
  readonly enableTopLevelFallback: boolean;
  readonly fallbackExclusionList: PnpSettings["dependencyTreeRoots"];
  readonly packageRegistry: ReadonlyMap<string, ReadonlyMap<string, PnpMapEntry>>;
  readonly pnpZipBackend: "libzip";
  readonly shebang: string;
}

/** Loaded when it is asked for: half a megabyte of code that the other layouts do without. */
function loadYarn(): YarnPnp {
  const require = createRequire(import.meta.url);
  return require("@yarnpkg/pnp") as YarnPnp;
}

/** Yarn's defaults. */
function settingsOf({ application, packages }: PnpMap): PnpSettings {
  const packageRegistry = new Map<string, Map<string, PnpMapEntry>>();
  for (const entry of [application, ...packages]) {
    const versions = packageRegistry.get(entry.name) ?? new Map<string, PnpMapEntry>();
    packageRegistry.set(entry.name, versions.set(entry.reference, entry));
  }
  const roots = [{ name: application.name, reference: application.reference }];
  return {
    dependencyTreeRoots: roots,
    enableTopLevelFallback: true,
    fallbackExclusionList: roots,
    packageRegistry,
    pnpZipBackend: "libzip",
    shebang: "#!/usr/bin/env node",
  };
}
