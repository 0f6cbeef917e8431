import type { PackageGraph } from "../package-graph.ts";
import { npmFlat, npmNested, npmWorkspaces } from "./npm-layouts.ts";
import type { Placement } from "./placement.ts";
import { pnpmHoisted, pnpmIsolated } from "./pnpm-layouts.ts";
import { yarnNodeModules } from "./yarn-layout.ts";
import { yarnPnp } from "./yarn-pnp-layout.ts";

/** A package manager's way of putting packages into folders. */
export type TempLayout = InProcessLayout | "yarn-pnp";

/** A layout in which Node finds packages by itself, through `node_modules` folders. */
export type InProcessLayout =
  | "npm-flat"
  | "npm-nested"
  | "npm-workspaces"
  | "pnpm-isolated"
  | "pnpm-hoisted"
  | "yarn-node-modules";

const PLACE: Readonly<Record<TempLayout, (graph: PackageGraph, root: string) => Placement>> = {
  "npm-flat": npmFlat,
  "npm-nested": npmNested,
  "npm-workspaces": npmWorkspaces,
  "pnpm-isolated": pnpmIsolated,
  "pnpm-hoisted": pnpmHoisted,
  "yarn-node-modules": yarnNodeModules,
  "yarn-pnp": yarnPnp,
};

/**
 * The layouts that a test can discover and load in its own process. Yarn's Plug'n'Play is not among them: its
 * loader has to be there from the start, see `nodeArguments` of a project.
 */
export const IN_PROCESS_LAYOUTS: readonly InProcessLayout[] = Object.freeze([
  "npm-flat",
  "npm-nested",
  "npm-workspaces",
  "pnpm-isolated",
  "pnpm-hoisted",
  "yarn-node-modules",
]);

/** All layouts that `createTempProject` writes, for tests that start a process in each of them. */
export const TEMP_LAYOUTS: readonly TempLayout[] = Object.freeze([...IN_PROCESS_LAYOUTS, "yarn-pnp"]);

/** Puts the packages of a project into folders; `root` is the absolute folder that will hold everything. */
export function placePackages(graph: PackageGraph, layout: TempLayout, root: string): Placement {
  return PLACE[layout](graph, root);
}
