import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa, type Options } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeApplication, writePlugin } from "./application.ts";

/*
 * A small application really installed by npm, pnpm and Yarn (Plug'n'Play and node_modules), from packed
 * tarballs and a real registry, then run: its plugins are discovered and loaded whichever way they lie.
 */

const YARN = "@yarnpkg/cli-dist@4.12.0";
const CORE = path.resolve(import.meta.dirname, "../../packages/floe-core");

let folder = "";
let tarballs: { readonly core: string; readonly plugin: string };

async function run(cwd: string, command: string, args: readonly string[], options: Options = {}): Promise<string> {
  const env = { NODE_OPTIONS: "", CI: "", YARN_ENABLE_TELEMETRY: "0", ...options.env };
  const { stdout } = await execa(command, args, { ...options, cwd, env, timeout: 100_000, stdin: "ignore" });
  return String(stdout);
}

async function pack(cwd: string, name: string): Promise<string> {
  await run(cwd, "pnpm", ["pack", "--pack-destination", folder]);
  const file = (await readdir(folder)).find((entry) => entry.startsWith(name) && entry.endsWith(".tgz"));
  if (file === undefined) throw new Error(`pnpm pack made no tarball of ${name}`);
  return path.join(folder, file);
}

/** What the application prints: see application.ts. */
function read(stdout: string): unknown {
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

const EXPECTED = {
  discovered: ["floe.computes:demo"],
  skipped: [],
  loaded: { name: "demo", version: "1.2.3", package: "demo-plugin" },
  active: true,
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "floe-installs-"));
  const plugin = await writePlugin(path.join(folder, "demo-plugin"));
  tarballs = { core: await pack(CORE, "floe-core"), plugin: await pack(plugin, "demo-plugin") };
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("a small application", () => {
  test("installed by npm is discovered, and CommonJS can require floe-core", async () => {
    const app = await writeApplication(path.join(folder, "npm"), tarballs);
    await run(app, "npm", ["install", "--no-audit", "--no-fund"]);
    expect(read(await run(app, "node", ["app.mjs"]))).toEqual(EXPECTED);
    const required = await run(app, "node", ["-e", 'console.log(typeof require("floe-core").PluginRegistry)']);
    expect(required.trim()).toBe("function");
  });

  test("installed by npm lets nothing but the public entries of floe-core be imported", async () => {
    const app = path.join(folder, "npm");
    const probe = 'import(process.argv[1]).then(() => console.log("open"), (error) => console.log(error.code))';
    const code = async (specifier: string): Promise<string> => (await run(app, "node", ["-e", probe, specifier])).trim();
    expect(await code("floe-core/config")).toBe("open");
    expect(await code("floe-core/testing")).toBe("open");
    expect(await code("floe-core/dist/index.js")).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
    expect(await code("floe-core/registry/plugin-store.js")).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  test("importing floe-core, discovering and starting load neither zod nor semver", async () => {
    const app = path.join(folder, "npm");
    const away = async (name: string): Promise<void> => rename(path.join(app, "node_modules", name), path.join(app, `${name}-away`));
    const back = async (name: string): Promise<void> => rename(path.join(app, `${name}-away`), path.join(app, "node_modules", name));
    for (const name of ["zod", "semver"]) await away(name);
    const printed = read(await run(app, "node", ["app.mjs"]));
    for (const name of ["zod", "semver"]) await back(name);
    // That zod, which the application asks for, is not installed is a verdict of its own.
    expect(printed).toEqual({ ...EXPECTED, skipped: [expect.objectContaining({ code: "package_not_installed", package: "zod" })] });
  });

  test("installed by pnpm is discovered", async () => {
    const app = await writeApplication(path.join(folder, "pnpm"), tarballs);
    await run(app, "pnpm", ["install", "--ignore-workspace"]);
    expect(read(await run(app, "node", ["app.mjs"]))).toEqual(EXPECTED);
  });

  test.each(["pnp", "node-modules"])("installed by Yarn (%s) is discovered", async (linker) => {
    const app = await writeApplication(path.join(folder, `yarn-${linker}`), tarballs);
    // Yarn reads no .npmrc: it is told what npm was told.
    const registry = (await run(app, "npm", ["config", "get", "registry"])).trim();
    const env = { YARN_NPM_REGISTRY_SERVER: registry, YARN_NODE_LINKER: linker, YARN_ENABLE_GLOBAL_CACHE: "0" };
    const yarn = async (...args: readonly string[]): Promise<string> => run(app, "npx", ["--yes", "-p", YARN, "yarn", ...args], { env });
    await writeFile(path.join(app, "yarn.lock"), "");
    await yarn("install");
    expect(read(await yarn("node", "app.mjs"))).toEqual(EXPECTED);
  });

  test("installed by Yarn Plug'n'Play but not started by Yarn gets a verdict that says so", async () => {
    const app = path.join(folder, "yarn-pnp");
    const npm = path.join(folder, "npm");
    const code = `import(process.argv[1]).then(({ PluginRegistry }) => {
      const { skipped } = new PluginRegistry({ cwd: process.argv[2] }).discoverAll();
      console.log(JSON.stringify(skipped.map(({ code, remedy }) => ({ code, remedy }))));
    })`;
    const stdout = await run(npm, "node", ["-e", code, "floe-core", app]);
    const verdicts = JSON.parse(stdout) as { readonly code: string; readonly remedy: string }[];
    const verdict = verdicts.find(({ code: of }) => of === "pnp_not_active");
    expect(verdict?.remedy).toContain("yarn");
  });
});
