import type { PackageGraph, PackageNode } from "../package-graph.ts";
import { placeByWalking } from "./place-by-walking.ts";
import type { Placement } from "./placement.ts";

const STORE = "node_modules/.pnpm";

/**
 * pnpm's own layout: each package once in a virtual store, beside links to just what it depends on; the
 * application sees links to its direct dependencies, and the store's own `node_modules` has the others.
 */
export function pnpmIsolated(graph: PackageGraph): Placement {
  const homes = homesOf(graph);
  const links: { at: string; to: string }[] = [];
  const link = (folder: string, id: string): void => {
    const node = graph.nodes.get(id);
    const to = homes.get(id)?.folder;
    if (node !== undefined && to !== undefined) links.push({ at: `${folder}/${node.name}`, to });
  };
  for (const { id, edges } of graph.nodes.values()) {
    const home = homes.get(id);
    if (home?.modules !== undefined) for (const other of edges) link(home.modules, other);
  }
  const atTop = [...graph.direct, ...graph.extraneous];
  for (const id of atTop) link("node_modules", id);
  const taken = new Set(atTop.map((id) => graph.nodes.get(id)?.name));
  for (const { id, name } of graph.nodes.values()) {
    if (taken.has(name)) continue;
    taken.add(name);
    link(`${STORE}/node_modules`, id);
  }
  const folders = [...homes].flatMap(([id, { folder, modules }]) => (modules === undefined ? [] : [{ folder, id }]));
  return { application: "", folders, links, files: traces("isolated") };
}

/** pnpm with `nodeLinker: hoisted`: real folders at the top, as npm has them, and no virtual store. */
export function pnpmHoisted(graph: PackageGraph): Placement {
  const settings = { "pnpm-workspace.yaml": "nodeLinker: hoisted\n" };
  return { ...placeByWalking(graph, { hoist: true }), files: { ...traces("hoisted"), ...settings } };
}

/** Where a package stands, and the `node_modules` that it shares with what it depends on, if it is in the store. */
interface Home {
  readonly folder: string;
  readonly modules?: string;
}

function homesOf(graph: PackageGraph): ReadonlyMap<string, Home> {
  const homes = new Map<string, Home>();
  const taken = new Set<string>();
  for (const node of graph.nodes.values()) {
    if (node.content.kind === "link") {
      homes.set(node.id, { folder: node.content.target });
      continue;
    }
    const modules = `${STORE}/${storeName(node, taken)}/node_modules`;
    homes.set(node.id, { folder: `${modules}/${node.name}`, modules });
  }
  return homes;
}

/** pnpm tells packages of one name and version apart by a suffix: their peers differ. */
function storeName({ name, version }: PackageNode, taken: Set<string>): string {
  const base = `${name.replace("/", "+")}@${version}`;
  let free = base;
  for (let count = 1; taken.has(free); count += 1) free = `${base}_peer@${count}.0.0`;
  taken.add(free);
  return free;
}

function traces(nodeLinker: "isolated" | "hoisted"): Placement["files"] {
  const state = { layoutVersion: 5, nodeLinker, hoistPattern: ["*"], publicHoistPattern: [], virtualStoreDir: ".pnpm" };
  const lock = "lockfileVersion: '9.0'\n";
  return {
    "pnpm-lock.yaml": lock,
    "node_modules/.modules.yaml": `${JSON.stringify(state, undefined, 2)}\n`,
    [`${STORE}/lock.yaml`]: lock,
  };
}
