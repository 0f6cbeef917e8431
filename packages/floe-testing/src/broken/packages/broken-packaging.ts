import { PluginType } from "floe-core";
import { pluginPackage, type PluginPackageOptions } from "../../temp-project/plugin-package.ts";
import type { TempPackage } from "../../temp-project/temp-package.ts";
import type { BrokenPackage } from "./broken-package.ts";

/** Packages whose code is sound, and of which something else arrives where they are installed. */
export const BROKEN_PACKAGING: readonly BrokenPackage[] = Object.freeze([
  broken("package/is-discovered", {
    id: "invalid-name",
    title: "whose name nobody can publish",
    package: plugin({ package: { manifest: { name: "not a name" } } }),
  }),
  broken("package/has-its-files", {
    id: "entry-not-in-files",
    title: 'whose "files" leave out the plugin itself',
    package: plugin({ package: { manifest: { files: ["types"] } } }),
  }),
  broken("package/has-its-files", {
    id: "import-not-in-files",
    title: 'whose "files" leave out a module that the plugin imports',
    package: plugin({
      before: 'import "./helper.js";',
      package: { manifest: { files: ["plugin.js"] }, files: { "helper.js": "export {};\n" } },
    }),
  }),
  broken("package/has-its-files", {
    id: "forgotten-build",
    title: "that was not built",
    package: { floe: { apiVersion: "1.0", computes: { broken: "./dist/plugin.js#BrokenPlugin" } }, files: { "src/plugin.ts": "" } },
  }),
  broken("package/exports-agree", {
    id: "export-leads-nowhere",
    title: "whose exports name a file that is not there",
    package: plugin({ package: { manifest: { exports: { ".": "./nowhere.js" } } } }),
  }),
  broken("package/exports-agree", {
    id: "types-lead-nowhere",
    title: "whose types are not there",
    package: plugin({ package: { manifest: { main: "./plugin.js", types: "./nowhere.d.ts" } } }),
  }),
  broken("package/declares-floe-core", {
    id: "brings-floe-core",
    title: "that depends on floe-core, and so brings a copy of its own",
    package: plugin({ package: { manifest: { dependencies: { "floe-core": "*" }, peerDependencies: undefined } } }),
  }),
  broken("package/declares-floe-core", {
    id: "no-word-of-floe-core",
    title: "that does not say that it needs floe-core",
    package: plugin({ package: { manifest: { peerDependencies: undefined } } }),
  }),
  broken("package/declares-what-it-imports", {
    id: "undeclared-import",
    title: "that imports a package which it does not declare",
    package: plugin({ before: 'import "undeclared/deep.js";' }),
    others: { undeclared: { files: { "deep.js": "export {};\n" } } },
  }),
  broken("package/declares-what-it-imports", {
    id: "undeclared-import-later",
    title: "that imports a package which it does not declare, once it is asked for something",
    package: plugin({ members: 'async emit() {\n    return import("@scope/undeclared");\n  }' }),
    others: { "@scope/undeclared": { files: { "index.js": "export {};\n" } } },
  }),
  broken("package/is-discovered", {
    id: "entry-of-a-wrong-kind",
    title: "one of whose entries is no entry",
    package: {
      ...plugin({}),
      floe: { apiVersion: "1.0", computes: { broken: "./plugin.js#BrokenPlugin", other: 7 } },
    },
  }),
]);

function broken(violates: BrokenPackage["violates"], parts: Omit<BrokenPackage, "violates">): BrokenPackage {
  return Object.freeze({ ...parts, violates });
}

function plugin(options: Omit<PluginPackageOptions, "type" | "name">): TempPackage {
  return pluginPackage({ ...options, type: PluginType.COMPUTE, name: "broken" });
}
