import { PluginType } from "floe-core";
import { pluginPackage } from "../temp-project/plugin-package.ts";
import type { TempPackage } from "../temp-project/temp-package.ts";

/** A package that is unusual and has nothing wrong with it. */
export interface SoundPlugin {
  /** Unique and stable; the plugin's name as well. */
  readonly id: string;
  /** What is unusual, as the end of the sentence "a plugin ...". */
  readonly title: string;
  readonly type: PluginType;
  /** For `createTempProject`, under any name. */
  readonly package: TempPackage;
}

const type = PluginType.COMPUTE;

/** What a registry must not mistake for broken. */
export const soundPlugins: readonly SoundPlugin[] = Object.freeze([
  { id: "plain", title: "like any other", type, package: pluginPackage({ type, name: "plain" }) },
  {
    id: "common-js",
    title: "in a CommonJS module",
    type,
    package: pluginPackage({ type, name: "common-js", format: "commonjs" }),
  },
  {
    id: "common-js-hidden",
    title: "in a CommonJS module whose exports cannot be seen without running it",
    type,
    package: pluginPackage({
      type,
      name: "common-js-hidden",
      format: "commonjs",
      export: "HiddenPlugin",
      after: 'module.exports = Object.fromEntries([["HiddenPlugin", module.exports.HiddenPlugin]]);',
    }),
  },
  {
    id: "common-js-class",
    title: "that is all a CommonJS module exports",
    type,
    package: pluginPackage({ type, name: "common-js-class", format: "commonjs", export: "default" }),
  },
  {
    id: "default-export",
    title: "that is its module's default export",
    type,
    package: pluginPackage({ type, name: "default-export", export: "default" }),
  },
  {
    id: "top-level-await",
    title: "whose module awaits something that comes",
    type,
    package: pluginPackage({ type, name: "top-level-await", before: "await Promise.resolve();" }),
  },
  {
    id: "stated-twice",
    title: "whose class states what its manifest states, and agrees",
    type,
    package: pluginPackage({
      type,
      name: "stated-twice",
      version: "2.0.0-rc.1",
      members: 'get name() { return "stated-twice"; }\n  version = "2.0.0-rc.1";\n  floeApiVersion = "1.0.0";',
    }),
  },
  {
    id: "no-api-version",
    title: "whose API version its class alone states",
    type,
    package: pluginPackage({ type, name: "no-api-version", apiVersion: null, members: 'floeApiVersion = "1.0";' }),
  },
  {
    id: "subclass-of-subclass",
    title: "that inherits its members from a class between",
    type,
    package: pluginPackage({
      type,
      name: "subclass-of-subclass",
      export: "Derived",
      package: {
        files: {
          "plugin.js": 'import { Between } from "./between.js";\nexport class Derived extends Between {}\n',
          "between.js": pluginPackage({ type, name: "between", export: "Between", file: "between.js" }).files?.["between.js"] ?? "",
        },
      },
    }),
  },
  {
    id: "hidden-manifest",
    title: "whose exports hide its package.json and its module",
    type,
    package: pluginPackage({ type, name: "hidden-manifest", package: { manifest: { exports: { ".": "./plugin.js" } } } }),
  },
  {
    id: "deep-file",
    title: "whose module lies deep in its package",
    type,
    package: pluginPackage({ type, name: "deep-file", file: "dist/esm/plugins/compute.mjs" }),
  },
  {
    id: "odd-file-name",
    title: "whose module has a name that is an address's syntax",
    type,
    package: pluginPackage({ type, name: "odd-file-name", file: "50% off?.js" }),
  },
  {
    id: "byte-order-mark",
    title: "whose package.json begins with a byte order mark",
    type,
    package: pluginPackage({
      type,
      name: "byte-order-mark",
      package: {
        files: {
          "package.json": `\uFEFF${JSON.stringify({
            name: "byte-order-mark",
            version: "1.0.0",
            type: "module",
            peerDependencies: { "floe-core": "*" },
            floe: { apiVersion: "1.0", computes: { "byte-order-mark": "./plugin.js#ByteOrderMarkPlugin" } },
          })}`,
        },
      },
    }),
  },
]);
