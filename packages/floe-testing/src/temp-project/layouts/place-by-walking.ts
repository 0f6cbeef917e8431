import { posix } from "node:path";
import type { PackageGraph, PackageNode } from "../package-graph.ts";
import type { Placement } from "./placement.ts";

/** How a layout that relies on Node's walk up through `node_modules` folders places packages. */
export interface WalkingOptions {
  /** Where something goes that nothing above offers: to the top, or beside the one that needs it. */
  readonly hoist: boolean;
  /** The application's folder. Default: the root. */
  readonly application?: string;
  /** Members of a workspace and their folders, by id. Default: none. */
  readonly workspaces?: ReadonlyMap<string, string>;
}

/** Places packages so that Node's walk finds for each the ones it depends on, the way npm and others do. */
export function placeByWalking(
  graph: PackageGraph,
  { hoist, application = "", workspaces = new Map<string, string>() }: WalkingOptions,
): Pick<Placement, "application" | "folders" | "links"> {
  const slots = new Map<string, string>();
  const folders: { folder: string; id: string }[] = [];
  const links: { at: string; to: string }[] = [];
  const queue: { folder: string; edges: readonly string[] }[] = [];
  const put = (node: PackageNode, below: string): void => {
    const at = posix.join(below, "node_modules", node.name);
    slots.set(at, node.id);
    const workspace = workspaces.get(node.id);
    if (node.content.kind === "link") links.push({ at, to: node.content.target });
    else if (workspace !== undefined) links.push({ at, to: workspace });
    else {
      folders.push({ folder: at, id: node.id });
      queue.push({ folder: at, edges: node.edges });
    }
  };
  for (const [id, folder] of workspaces) {
    const node = graph.nodes.get(id);
    if (node === undefined) continue;
    folders.push({ folder, id });
    put(node, "");
  }
  queue.push({ folder: application, edges: graph.direct });
  queue.push({ folder: "", edges: graph.extraneous });
  for (const [id, folder] of workspaces) queue.push({ folder, edges: graph.nodes.get(id)?.edges ?? [] });
  // Breadth first: what is nearer to the application is placed first, and so gets the place at the top.
  for (const { folder, edges } of queue) {
    for (const id of edges) {
      const node = graph.nodes.get(id);
      if (node === undefined) continue;
      const found = walkUp(folder, node.name, slots);
      if (found === id) continue;
      put(node, found === undefined && (hoist || folder === application) ? "" : folder);
    }
  }
  return { application, folders, links };
}

/** The package that Node would find under `name` from `folder`. */
function walkUp(folder: string, name: string, slots: ReadonlyMap<string, string>): string | undefined {
  for (let from = folder; ; from = from.includes("/") ? posix.dirname(from) : "") {
    const found = slots.get(posix.join(from, "node_modules", name));
    if (found !== undefined || from === "") return found;
  }
}
