import type { PackageGraph } from "../package-graph.ts";
import { placeByWalking, type WalkingOptions } from "./place-by-walking.ts";
import type { Placement } from "./placement.ts";

/** `npm install`: everything at the top, but for what two packages need in two versions. */
export function npmFlat(graph: PackageGraph): Placement {
  return npm(graph, { hoist: true });
}

/** `npm install --install-strategy=nested`: everything below what needs it, unless it is above already. */
export function npmNested(graph: PackageGraph): Placement {
  return npm(graph, { hoist: false });
}

/**
 * `npm install` in a workspace: the application in `apps/`, its direct dependencies as further members in
 * `packages/`, links to all of them at the top, and everything else hoisted there.
 */
export function npmWorkspaces(graph: PackageGraph): Placement {
  const application = `apps/${graph.applicationName}`;
  const members = [...graph.nodes.values()].filter((node) => node.isWorkspace);
  const workspaces = new Map(members.map(({ id }) => [id, `packages/${id.replace("/", "-")}`]));
  const placement = npm(graph, { hoist: true, application, workspaces });
  const root = { name: `${graph.applicationName}-workspace`, private: true, workspaces: ["apps/*", "packages/*"] };
  return {
    ...placement,
    links: [...placement.links, { at: `node_modules/${graph.applicationName}`, to: application }],
    files: { ...placement.files, "package.json": `${JSON.stringify(root, undefined, 2)}\n` },
  };
}

function npm(graph: PackageGraph, options: WalkingOptions): Placement {
  const placement = placeByWalking(graph, options);
  const packages = Object.fromEntries<unknown>([
    ...placement.folders.map(({ folder, id }) => [folder, { version: graph.nodes.get(id)?.version }] as const),
    ...placement.links.map(({ at, to }) => [at, { resolved: to, link: true }] as const),
  ]);
  const lock = { name: graph.applicationName, lockfileVersion: 3, requires: true, packages };
  const text = `${JSON.stringify(lock, undefined, 2)}\n`;
  return { ...placement, files: { "package-lock.json": text, "node_modules/.package-lock.json": text } };
}
