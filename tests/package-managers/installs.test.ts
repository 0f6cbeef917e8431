import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXPECTED, readPrinted, writeApplication, writePlugin } from "./application.ts";
import { FLIGHTS_ROWS, pluginKeysOf, writeFlights } from "./flights.ts";
import { packPackage, packPublicPackages, type Tarballs } from "./pack.ts";
import { run } from "./run.ts";

/*
 * A small application really installed by npm, pnpm and Yarn (Plug'n'Play and node_modules), from packed
 * tarballs and a real registry, then run: its plugin goes from discovery to its stop whichever way it lies. And the
 * flights product, installed by npm with all public packages, outside the workspace.
 */

const YARN = "@yarnpkg/cli-dist@4.12.0";

let folder = "";
let packages: Tarballs;
let tarballs: { readonly core: string; readonly plugin: string };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "floe-installs-"));
  const plugin = await writePlugin(path.join(folder, "demo-plugin"));
  packages = await packPublicPackages(folder);
  tarballs = { core: packages["floe-core"]!, plugin: await packPackage(plugin, folder) };
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("a small application", () => {
  test("installed by npm runs from discovery to its stop, and CommonJS can require floe-core", async () => {
    const app = await writeApplication(path.join(folder, "npm"), tarballs);
    await run(app, "npm", ["install", "--no-audit", "--no-fund"]);
    expect(readPrinted(await run(app, "node", ["app.mjs"]))).toEqual(EXPECTED);
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
    const printed = readPrinted(await run(app, "node", ["app.mjs"]));
    for (const name of ["zod", "semver"]) await back(name);
    // That zod, which the application asks for, is not installed is a verdict of its own.
    expect(printed).toEqual({ ...EXPECTED, skipped: [expect.objectContaining({ code: "package_not_installed", package: "zod" })] });
  });

  test("installed by pnpm runs from discovery to its stop", async () => {
    const app = await writeApplication(path.join(folder, "pnpm"), tarballs);
    await run(app, "pnpm", ["install", "--ignore-workspace"]);
    expect(readPrinted(await run(app, "node", ["app.mjs"]))).toEqual(EXPECTED);
  });

  test.each(["pnp", "node-modules"])("installed by Yarn (%s) runs from discovery to its stop", async (linker) => {
    const app = await writeApplication(path.join(folder, `yarn-${linker}`), tarballs);
    // Yarn reads no .npmrc: it is told what npm was told.
    const registry = (await run(app, "npm", ["config", "get", "registry"])).trim();
    const env = { YARN_NPM_REGISTRY_SERVER: registry, YARN_NODE_LINKER: linker, YARN_ENABLE_GLOBAL_CACHE: "0" };
    const yarn = async (...args: readonly string[]): Promise<string> => run(app, "npx", ["--yes", "-p", YARN, "yarn", ...args], { env });
    await writeFile(path.join(app, "yarn.lock"), "");
    await yarn("install");
    expect(readPrinted(await yarn("node", "app.mjs"))).toEqual(EXPECTED);
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

describe("the flights product with all public packages, installed by npm", () => {
  let app = "";
  beforeAll(async () => {
    app = await writeFlights(path.join(folder, "flights"), packages);
    await run(app, "npm", ["install", "--no-audit", "--no-fund"]);
  });

  test("runs with npx floe run, and makes what it makes in the workspace", async () => {
    const document = JSON.parse(await run(app, "npx", ["floe", "run", "--json"])) as {
      readonly run: { readonly steps: readonly { readonly name: string; readonly status: string; readonly rows?: number }[] };
    };
    expect(document).toMatchObject({ command: "run", ok: true, run: { status: "succeeded" }, shutdown: { ok: true } });
    const { steps } = document.run;
    expect(steps.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => "succeeded"));
    expect(Object.fromEntries(steps.map(({ name, rows }) => [name, rows]))).toEqual(FLIGHTS_ROWS);
  });

  test("lists the plugins of every package with npx floe plugins list", async () => {
    const keys = (await Promise.all(Object.keys(packages).map((name) => pluginKeysOf(app, name)))).flat().sort();
    expect(keys).toEqual(expect.arrayContaining(["floe.computes:duckdb", "floe.orchestrators:local"]));
    const listed = JSON.parse(await run(app, "npx", ["floe", "plugins", "list", "--json"])) as {
      readonly plugins: readonly { readonly key: string; readonly isCompatible: boolean | null }[];
    };
    expect(listed).toMatchObject({ skipped: [], conflicts: [] });
    expect(listed.plugins.map(({ key, isCompatible }) => ({ key, isCompatible }))).toEqual(keys.map((key) => ({ key, isCompatible: true })));
  });

  test("has one copy of floe-core, and every package can be imported", async () => {
    const code = `const names = ${JSON.stringify(Object.keys(packages))};
      for (const name of names) if (Object.keys(await import(name)).length === 0) throw new Error(name + " exports nothing");`;
    await run(app, "node", ["--input-type=module", "-e", code]);
    const copies = JSON.parse(await run(app, "npm", ["query", "[name=floe-core]"])) as readonly { readonly path: string }[];
    expect(copies.map((copy) => path.relative(app, copy.path))).toEqual([path.join("node_modules", "floe-core")]);
  });
});
