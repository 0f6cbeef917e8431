import { PluginType } from "floe-core";
import { pluginPackage, type PluginPackageOptions } from "../temp-project/plugin-package.ts";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { BROKEN_NAME } from "./sound-compute.ts";

/** Where modules that leave something behind put it, so that it can be taken away again. */
const LEFT = "floeTestingLeft";

/** Plugins whose module is at fault: they are packages, because a module is only broken where it is loaded. */
export const BROKEN_MODULES: readonly BrokenPlugin[] = Object.freeze([
  brokenModule({
    id: "throws-on-import",
    title: "whose module throws",
    violates: "load/evaluates",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "import" },
    plugin: { before: 'throw new Error("broken on import");' },
  }),
  brokenModule({
    id: "throws-undefined-on-import",
    title: "whose module throws undefined",
    violates: "load/evaluates",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "import" },
    plugin: { before: "throw undefined;" },
  }),
  brokenModule({
    id: "rejects-on-import",
    title: "whose module awaits something that fails",
    violates: "load/evaluates",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "import" },
    plugin: { before: 'await Promise.reject(new Error("broken on import"));' },
  }),
  brokenModule({
    id: "syntax-error",
    title: "whose module is not JavaScript",
    violates: "load/evaluates",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "import" },
    plugin: { before: "this is not JavaScript" },
  }),
  brokenModule({
    id: "imports-what-is-not-there",
    title: "whose module imports a package that is not installed",
    violates: "load/evaluates",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "import" },
    plugin: { before: 'import "floe-testing-no-such-package";' },
  }),
  brokenModule({
    id: "hangs-on-import",
    title: "whose module awaits something that never comes",
    violates: "load/ends",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "import" },
    plugin: { before: "await new Promise(() => {});" },
  }),
  brokenModule({
    id: "no-such-export",
    title: "whose module does not export the class that its manifest names",
    violates: "load/exports-the-class",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "export" },
    plugin: { package: { files: { "plugin.js": "export class Another {}\n" } } },
  }),
  brokenModule({
    id: "no-default-export",
    title: "whose module has no default export, which its manifest asks for",
    violates: "load/exports-the-class",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "export" },
    plugin: { export: "default", package: { files: { "plugin.js": "export class Another {}\n" } } },
  }),
  brokenModule({
    id: "exports-nothing",
    title: "whose module is empty",
    violates: "load/exports-the-class",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "export" },
    plugin: { package: { files: { "plugin.js": "" } } },
  }),
  brokenModule({
    id: "exports-an-object",
    title: "whose module exports an object where its class should be",
    violates: "load/exports-the-class",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "export" },
    plugin: { package: { files: { "plugin.js": "export const BrokenPlugin = {};\n" } } },
  }),
  brokenModule({
    id: "exports-a-function",
    title: "whose module exports a function that cannot be constructed",
    violates: "load/constructs",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "construct" },
    plugin: { package: { files: { "plugin.js": "export const BrokenPlugin = () => ({});\n" } } },
  }),
  brokenModule({
    id: "older-api-unimported",
    title: "that states an older plugin API, and whose module must not be imported",
    violates: "api/is-compatible",
    expected: { step: "load", code: "FLOE_PLUGIN_INCOMPATIBLE" },
    plugin: { apiVersion: "0.9", before: 'throw new Error("imported although it is incompatible");' },
  }),
  brokenModule({
    id: "newer-api-unimported",
    title: "that states a newer plugin API, and whose module must not be imported",
    violates: "api/is-compatible",
    expected: { step: "load", code: "FLOE_PLUGIN_INCOMPATIBLE" },
    plugin: { apiVersion: "1.999", before: 'throw new Error("imported although it is incompatible");' },
  }),
  brokenModule({
    id: "prints-on-import",
    title: "whose module prints",
    violates: "import/prints-nothing",
    expected: { step: "none" },
    plugin: { before: 'console.log("printed on import");' },
  }),
  brokenModule({
    id: "changes-a-prototype-on-import",
    title: "whose module adds a member to a prototype that it does not own",
    violates: "import/leaves-prototypes-alone",
    expected: { step: "none" },
    plugin: { before: `Object.defineProperty(String.prototype, "${LEFT}", { value: true, configurable: true });` },
    cleanUp: () => {
      Reflect.deleteProperty(String.prototype, LEFT);
    },
  }),
  brokenModule({
    id: "leaves-a-global-on-import",
    title: "whose module leaves a global variable",
    violates: "import/leaves-globals-alone",
    expected: { step: "none" },
    plugin: { before: `globalThis.${LEFT} = true;` },
    cleanUp: () => {
      Reflect.deleteProperty(globalThis, LEFT);
    },
  }),
  brokenModule({
    id: "starts-a-timer-on-import",
    title: "whose module starts a timer",
    violates: "import/starts-nothing",
    expected: { step: "none" },
    plugin: { before: `(globalThis[Symbol.for("${LEFT}")] ??= []).push(setInterval(() => {}, 60_000));` },
    cleanUp: stopTimers,
  }),
]);

interface BrokenModuleParts extends Pick<BrokenPlugin, "id" | "title" | "violates" | "expected" | "cleanUp"> {
  readonly plugin: Omit<PluginPackageOptions, "name" | "type">;
}

function brokenModule({ plugin, ...parts }: BrokenModuleParts): BrokenPlugin {
  const type = PluginType.COMPUTE;
  const source = { kind: "package", package: pluginPackage({ ...plugin, type, name: BROKEN_NAME }) } as const;
  return Object.freeze({ ...parts, type, name: BROKEN_NAME, source });
}

function stopTimers(): void {
  const slot = Symbol.for(LEFT);
  const timers: unknown = Reflect.get(globalThis, slot);
  if (Array.isArray(timers)) for (const timer of timers) clearInterval(timer as NodeJS.Timeout);
  Reflect.deleteProperty(globalThis, slot);
}
