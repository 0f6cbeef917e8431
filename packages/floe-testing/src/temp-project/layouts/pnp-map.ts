import { createHash } from "node:crypto";
import { relative } from "node:path";
import { coreDependencies, findFloeCore } from "../floe-core-copy.ts";
import type { PackageGraph, PackageNode } from "../package-graph.ts";

/** One line of Yarn's map: a package, where it is, and what it may import. Yarn's own words. */
export interface PnpMapEntry {
  readonly name: string;
  readonly reference: string;
  /** From the project's root, with a slash at the end. */
  readonly packageLocation: string;
  /** Name to reference. */
  readonly packageDependencies: ReadonlyMap<string, string>;
  readonly packagePeers: ReadonlySet<string>;
  readonly linkType: "HARD" | "SOFT";
  /** Set for what is outside of the project: it finds its own packages as Node does. */
  readonly discardFromLookup: boolean;
}

/** Yarn's map of a project. */
export interface PnpMap {
  readonly application: PnpMapEntry;
  readonly packages: readonly PnpMapEntry[];
  /** The folder of each package that the project has to hold, from its root, by the id of the package. */
  readonly folders: ReadonlyMap<string, string>;
}

const NOTHING_ELSE = { packageDependencies: new Map<string, string>(), packagePeers: new Set<string>(), discardFromLookup: false } as const;

/**
 * What `yarn install` writes into its map for packages that it unplugs, which is to say leaves as folders. A
 * package with peers is there twice, as Yarn has it: as such, and as the virtual instance that has its peers.
 */
export function pnpMap(graph: PackageGraph, root: string): PnpMap {
  const nodes = [...graph.nodes.values()];
  const places = placesOf(graph, root);
  const references = (ids: readonly string[]): Map<string, string> =>
    new Map(ids.flatMap((id) => [[graph.nodes.get(id)?.name ?? id, places.get(id)?.reference ?? ""] as const]));
  const application: PnpMapEntry = {
    ...NOTHING_ELSE,
    name: graph.applicationName,
    reference: "workspace:.",
    packageLocation: "./",
    packageDependencies: references(graph.direct),
    linkType: "SOFT",
  };
  const packages = nodes.flatMap((node): PnpMapEntry[] => {
    const { bare = "", reference = "", folder = "" } = places.get(node.id) ?? {};
    const { name } = node;
    if (node.content.kind === "link") return [outside(name, node.content.target, root)];
    const packageLocation = `./${folder}/`;
    if (node.content.kind === "floe-core") {
      const own = [...coreDependencies(findFloeCore())].map(([other, target]) => outside(other, target, root));
      const packageDependencies = new Map(own.map((entry) => [entry.name, entry.reference]));
      return [...own, { ...NOTHING_ELSE, name, reference, packageLocation, packageDependencies, linkType: "HARD" }];
    }
    const [peers, others] = [node.edges.filter((id) => isPeer(graph, id)), node.edges.filter((id) => !isPeer(graph, id))];
    const shared = { ...NOTHING_ELSE, name, packageLocation };
    const full = { ...shared, reference, packageDependencies: references(node.edges), linkType: "HARD" } as const;
    if (peers.length === 0) return [full];
    const packagePeers = new Set(references(peers).keys());
    return [
      { ...shared, reference: bare, packageDependencies: references(others), linkType: "SOFT" },
      { ...full, packagePeers },
    ];
  });
  const folders = new Map([...places].flatMap(([id, { folder }]) => (folder === undefined ? [] : [[id, folder] as const])));
  return { application, packages, folders };
}

/** How the map calls a package, with its peers and without, and the folder of one that the project holds. */
interface Place {
  readonly reference: string;
  readonly bare?: string;
  readonly folder?: string;
}

function placesOf(graph: PackageGraph, root: string): ReadonlyMap<string, Place> {
  const taken = new Set<string>();
  return new Map([...graph.nodes.values()].map((node) => [node.id, placeOf(node, graph, root, taken)]));
}

function placeOf(node: PackageNode, graph: PackageGraph, root: string, taken: Set<string>): Place {
  const { name, content } = node;
  if (content.kind === "link") return { reference: outside(name, content.target, root).reference };
  const bare = freeReference(node, taken);
  const hash = createHash("sha512").update(`${name}@${bare}`).digest("hex");
  const isVirtual = node.edges.some((id) => isPeer(graph, id));
  const slug = `${name.replace("/", "-")}-${isVirtual ? "virtual" : `npm-${node.version}`}-${hash.slice(0, 10)}`;
  const folder = `.yarn/unplugged/${slug}/node_modules/${name}`;
  return { reference: isVirtual ? `virtual:${hash}#${bare}` : bare, bare, folder };
}

/** Yarn tells packages of one name and version apart by a binding behind the range. */
function freeReference({ name, version }: PackageNode, taken: Set<string>): string {
  const base = `npm:${version}`;
  let free = base;
  for (let count = 2; taken.has(`${name}@${free}`); count += 1) free = `${base}::copy=${count}`;
  taken.add(`${name}@${free}`);
  return free;
}

/** Plugins have floe-core as a peer; a copy of their own is a dependency like any other. */
function isPeer(graph: PackageGraph, id: string): boolean {
  return graph.nodes.get(id)?.content.kind === "link";
}

/** Yarn's `link:`, for a folder of somebody else's. */
function outside(name: string, folder: string, root: string): PnpMapEntry {
  const path = relative(root, folder).replaceAll("\\", "/");
  const packageLocation = `${path}/`;
  const reference = `link:${path}::locator=temp%40workspace%3A.`;
  const packageDependencies = new Map([[name, reference]]);
  return { ...NOTHING_ELSE, name, reference, packageLocation, packageDependencies, linkType: "SOFT", discardFromLookup: true };
}
