import type { SkipCode } from "floe-core";
import type { TempProjectOptions } from "../../temp-project/create-temp-project.ts";
import { pluginPackage } from "../../temp-project/plugin-package.ts";

/** An application in which something is wrong that no package is to blame for, and the verdict it gets. */
export interface BrokenProject {
  /** Unique and stable. */
  readonly id: string;
  /** What is wrong, as the end of the sentence "an application ...". */
  readonly title: string;
  /** For `createTempProject`. */
  readonly project: TempProjectOptions;
  readonly code: SkipCode;
  /** The JSON path that the verdict names. */
  readonly path: string;
}

const plugin = pluginPackage({ type: "floe.computes", name: "twice" });

/** Applications that are broken themselves: their package.json, their preferences, what is installed. */
export const brokenProjects: readonly BrokenProject[] = Object.freeze([
  {
    id: "application-is-not-json",
    title: "whose package.json is not JSON",
    project: { files: { "package.json": "{" } },
    code: "manifest_invalid_json",
    path: "",
  },
  {
    id: "application-block-is-a-list",
    title: "whose floe block is a list",
    project: { floe: [] },
    code: "block_invalid",
    path: "floe",
  },
  {
    id: "dependencies-are-a-list",
    title: "whose dependencies are a list",
    project: { manifest: { dependencies: ["floe-core"] } },
    code: "dependencies_invalid",
    path: "dependencies",
  },
  {
    id: "dependency-is-a-path",
    title: "that depends on a path",
    project: { manifest: { dependencies: { "../elsewhere": "1.0.0" } } },
    code: "package_name_invalid",
    path: "dependencies.../elsewhere",
  },
  {
    id: "dependency-is-not-installed",
    title: "that depends on a package which is not installed",
    project: { packages: { absent: { isInstalled: false } } },
    code: "package_not_installed",
    path: "dependencies.absent",
  },
  {
    id: "prefer-is-a-list",
    title: "whose preferences are a list",
    project: { floe: { prefer: [] } },
    code: "prefer_invalid",
    path: "floe.prefer",
  },
  {
    id: "prefer-names-no-key",
    title: "that prefers something for a name without its type",
    project: { floe: { prefer: { duckdb: "floe-duckdb-compute" } } },
    code: "prefer_invalid",
    path: "floe.prefer.duckdb",
  },
  {
    id: "prefer-names-no-package",
    title: "that prefers a number",
    project: { floe: { prefer: { "floe.computes:duckdb": 1 } } },
    code: "prefer_invalid",
    path: "floe.prefer.floe.computes:duckdb",
  },
  {
    id: "package-is-installed-twice",
    title: "with two copies of one version of a package",
    project: {
      layout: "npm-nested",
      packages: { preset: { floe: {} }, near: { ...plugin, name: "twice" }, far: { ...plugin, name: "twice", of: "preset" } },
    },
    code: "duplicate_copy",
    path: "floe.computes.twice",
  },
  {
    id: "plug-n-play-is-not-active",
    title: "installed by Yarn's Plug'n'Play, in a process that Yarn did not start",
    project: { floeCore: "none", files: { ".pnp.cjs": "" }, packages: { zipped: { isInstalled: false } } },
    code: "pnp_not_active",
    path: "",
  },
]);
