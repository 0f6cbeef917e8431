import type { PackageGraph } from "../package-graph.ts";
import { npmFlat, npmNested, npmWorkspaces } from "./npm-layouts.ts";
import type { Placement } from "./placement.ts";
import { pnpmHoisted, pnpmIsolated } from "./pnpm-layouts.ts";
import { yarnNodeModules } from "./yarn-layout.ts";

/** A package manager's way of putting packages into folders. */
export type TempLayout =
  | "npm-flat"
  | "npm-nested"
  | "npm-workspaces"
  | "pnpm-isolated"
  | "pnpm-hoisted"
  | "yarn-node-modules";

const PLACE: Readonly<Record<TempLayout, (graph: PackageGraph) => Placement>> = {
  "npm-flat": npmFlat,
  "npm-nested": npmNested,
  "npm-workspaces": npmWorkspaces,
  "pnpm-isolated": pnpmIsolated,
  "pnpm-hoisted": pnpmHoisted,
  "yarn-node-modules": yarnNodeModules,
};

/** All layouts that `createTempProject` writes, for tests that go through them. */
export const TEMP_LAYOUTS: readonly TempLayout[] = Object.freeze([
  "npm-flat",
  "npm-nested",
  "npm-workspaces",
  "pnpm-isolated",
  "pnpm-hoisted",
  "yarn-node-modules",
]);

/** Puts the packages of a project into folders. */
export function placePackages(graph: PackageGraph, layout: TempLayout): Placement {
  return PLACE[layout](graph);
}
