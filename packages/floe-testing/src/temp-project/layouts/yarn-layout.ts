import type { PackageGraph } from "../package-graph.ts";
import { placeByWalking } from "./place-by-walking.ts";
import type { Placement } from "./placement.ts";

/** Yarn with `nodeLinker: node-modules`: hoisted as npm does it, with Yarn's own files around it. */
export function yarnNodeModules(graph: PackageGraph): Placement {
  const placement = placeByWalking(graph, { hoist: true });
  const locations = placement.folders.map(({ folder, id }) => {
    const { name = "", version = "" } = graph.nodes.get(id) ?? {};
    return `"${name}@npm:${version}":\n  locations:\n    - "${folder}"\n`;
  });
  const state = ["__metadata:\n  version: 1\n  nmMode: classic\n", ...locations].join("\n");
  return {
    ...placement,
    files: {
      ".yarnrc.yml": "nodeLinker: node-modules\n",
      "yarn.lock": "__metadata:\n  version: 8\n",
      "node_modules/.yarn-state.yml": state,
    },
  };
}
