import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const PLUGIN_MANIFEST = {
  name: "demo-plugin",
  version: "1.2.3",
  type: "module",
  // Hides package.json, as many packages do.
  exports: { ".": "./index.js" },
  files: ["index.js"],
  floe: { apiVersion: "1.0", computes: { demo: "./index.js#DemoPlugin" } },
  peerDependencies: { "floe-core": "*" },
};

/** A plugin package in plain JavaScript, as an author would write it: path to text. It notes what is called. */
export const PLUGIN_FILES: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify(PLUGIN_MANIFEST),
  "index.js": `import { ComputePlugin, resourcePreset } from "floe-core";
globalThis.demoImports = (globalThis.demoImports ?? 0) + 1;
export class DemoPlugin extends ComputePlugin {
  isSelfHosted = true;
  calls = [];
  getConfigSchema() { return { safeParse: ({ threads, cache = "none" }) => ({ success: true, data: { threads, cache } }) }; }
  async startup() { this.calls.push("startup with " + this.config.threads + " threads"); }
  async healthCheck() { this.calls.push("healthCheck"); return { state: "healthy", message: "idle" }; }
  async shutdown() { this.calls.push("shutdown"); }
  generateDbtProfile() { return { type: "demo" }; }
  getRequiredDbtPackages() { return []; }
  async validateConnection() { return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] }; }
  getResourceRequirements(size) { return resourcePreset(size); }
}
`,
};

/** The application's module: takes its plugin from discovery to its stop, and prints what happened. */
export const APPLICATION_MODULE = `import { PluginRegistry } from "floe-core";
const registry = new PluginRegistry();
const { entryPoints, skipped } = registry.discoverAll();
const importedByDiscovery = globalThis.demoImports ?? 0;
const plugin = await registry.get("floe.computes", "demo");
const configured = await registry.configure("floe.computes", "demo", { threads: 4 });
const { ok: active } = await registry.activateAll();
const { overall, plugins: [checked] } = await registry.healthCheckAll();
const { ok: stopped } = await registry.shutdownAll();
console.log(JSON.stringify({
  discovered: entryPoints.map(({ key }) => key),
  skipped,
  importedByDiscovery,
  loaded: { name: plugin.name, version: plugin.version, package: entryPoints[0].package.name },
  configured,
  active,
  health: { overall, message: checked.status.message },
  stopped,
  state: registry.state("floe.computes", "demo"),
  imports: globalThis.demoImports,
  calls: plugin.calls,
}));
`;

/** What the application has to print, whichever way it was installed. */
export const EXPECTED = {
  discovered: ["floe.computes:demo"],
  skipped: [],
  importedByDiscovery: 0,
  loaded: { name: "demo", version: "1.2.3", package: "demo-plugin" },
  configured: { threads: 4, cache: "none" },
  active: true,
  health: { overall: "healthy", message: "idle" },
  stopped: true,
  state: "stopped",
  imports: 1,
  calls: ["startup with 4 threads", "healthCheck", "shutdown"],
};

/** Reads what the application printed last. */
export function readPrinted(stdout: string): unknown {
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

/** Writes the plugin. Resolves with its folder. */
export async function writePlugin(folder: string): Promise<string> {
  await write(folder, PLUGIN_FILES);
  return folder;
}

/** An application that depends on floe-core and the plugin. Resolves with its folder. */
export async function writeApplication(
  folder: string,
  tarballs: { readonly core: string; readonly plugin: string },
): Promise<string> {
  const dependencies = { "floe-core": `file:${tarballs.core}`, "demo-plugin": `file:${tarballs.plugin}`, zod: "^4.0.0" };
  await write(folder, {
    "package.json": JSON.stringify({ name: "app", private: true, dependencies }),
    "app.mjs": APPLICATION_MODULE,
  });
  return folder;
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}
