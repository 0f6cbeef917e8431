import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** A plugin package in plain JavaScript, as an author would write it. Resolves with its folder. */
export async function writePlugin(folder: string): Promise<string> {
  const manifest = {
    name: "demo-plugin",
    version: "1.2.3",
    type: "module",
    // Hides package.json, as many packages do.
    exports: { ".": "./index.js" },
    files: ["index.js"],
    floe: { apiVersion: "1.0", computes: { demo: "./index.js#DemoPlugin" } },
    peerDependencies: { "floe-core": "*" },
  };
  await write(folder, {
    "package.json": JSON.stringify(manifest),
    "index.js": `import { ComputePlugin, resourcePreset } from "floe-core";
export class DemoPlugin extends ComputePlugin {
  isSelfHosted = true;
  generateDbtProfile() { return { type: "demo" }; }
  getRequiredDbtPackages() { return []; }
  async validateConnection() { return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] }; }
  getResourceRequirements(size) { return resourcePreset(size); }
}
`,
  });
  return folder;
}

/** An application that depends on floe-core and the plugin, and prints what it found. Resolves with its folder. */
export async function writeApplication(
  folder: string,
  tarballs: { readonly core: string; readonly plugin: string },
): Promise<string> {
  const dependencies = { "floe-core": `file:${tarballs.core}`, "demo-plugin": `file:${tarballs.plugin}`, zod: "^4.0.0" };
  await write(folder, {
    "package.json": JSON.stringify({ name: "app", private: true, dependencies }),
    "app.mjs": `import { PluginRegistry } from "floe-core";
const registry = new PluginRegistry();
const { entryPoints, skipped } = registry.discoverAll();
const plugin = await registry.get("floe.computes", "demo");
const report = await registry.activateAll();
await registry.shutdownAll();
console.log(JSON.stringify({
  discovered: entryPoints.map(({ key }) => key),
  skipped,
  loaded: { name: plugin.name, version: plugin.version, package: entryPoints[0].package.name },
  active: report.ok,
}));
`,
  });
  return folder;
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}
