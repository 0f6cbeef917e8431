import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { packPublicPackages, type Tarballs } from "../package-managers/pack.ts";
import { run } from "../package-managers/run.ts";
import { writeInstalledProduct } from "./installed-product.ts";
import { freePort, startDagster } from "./support/dagster-server.ts";

/*
 * A product on Dagster outside the workspace, as its author meets it: packed packages installed by a package manager, the
 * code location written by `floe compile`, served by a real Dagster, and run by `floe run`.
 */

const YARN = ["npx", "--yes", "-p", "@yarnpkg/cli-dist@4.12.0", "yarn"] as const;

/** How a product is installed, how its author calls `floe`, and how Node is started for its steps. */
const MANAGERS = {
  npm: { install: ["npm", "install", "--no-audit", "--no-fund"], floe: ["npx", "floe"], nodeCommand: ["node"] },
  pnpm: { install: ["pnpm", "install", "--no-frozen-lockfile"], floe: ["pnpm", "exec", "floe"], nodeCommand: ["node"] },
  // Packages are archives there, which only a Node that Yarn has started can read.
  "Yarn Plug'n'Play": { install: [...YARN, "install"], floe: [...YARN, "floe"], nodeCommand: [...YARN, "node"] },
} as const;

interface RunDocument {
  readonly ok: boolean;
  readonly run: { readonly status: string; readonly steps: readonly { readonly name: string; readonly status: string; readonly rows?: number }[] };
}

const python = inject("python");
let folder = "";
let tarballs: Tarballs = {};

beforeAll(async () => {
  if ("reason" in python) return;
  folder = await realpath(await mkdtemp(path.join(tmpdir(), "floe-dagster-installed-")));
  tarballs = await packPublicPackages(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("a product on Dagster, installed from packed packages", () => {
  test.for(Object.entries(MANAGERS))("%s: floe compile writes what a real Dagster serves, floe run runs it there, and the tables are made", async ([name, manager], { skip }) => {
    if ("reason" in python) return void skip(python.reason);
    const app = path.join(folder, name.replaceAll(/\W/g, ""));
    const port = await freePort();
    const { nodeCommand } = manager;
    await writeInstalledProduct(app, tarballs, { url: `http://127.0.0.1:${port}`, nodeCommand });
    const env = await yarnEnvironment(app);
    const call = async ([command, ...args]: readonly [string, ...string[]], ...more: readonly string[]): Promise<string> => run(app, command, [...args, ...more], { env });
    await call(manager.install);

    const location = path.join(app, ".floe/dagster");
    const entry = (await call(manager.floe, "compile", "--entry-point", ".floe/dagster")).trim();
    expect(entry.split("\n").at(-1)).toBe(path.join(location, "definitions.py"));
    const written = await readFile(path.join(location, "floe.json"), "utf8");
    const { stepCommand } = JSON.parse(written) as { readonly stepCommand: readonly string[] };
    expect(stepCommand.at(-1)).toMatch(/floe-dagster-orchestrator\/bin\/floe-dagster-step\.js$/);
    expect(stepCommand.at(-1)?.startsWith(app + path.sep)).toBe(true);

    await using dagster = await startDagster({
      folder: `${app}-home`,
      workspace: path.join(location, "workspace.yaml"),
      python: python.bin,
      port,
      daemon: true,
      env,
    });
    const document = JSON.parse(await call(manager.floe, "run", "--json")) as RunDocument;
    expect(document, dagster.logs()).toMatchObject({ ok: true, run: { status: "succeeded" } });
    expect(document.run.steps).toMatchObject([
      { name: "paid-orders", status: "succeeded", rows: 3 },
      { name: "customers", status: "succeeded", rows: 2 },
    ]);
    // What was compiled is what Dagster ran: there was nothing to write anew.
    expect(await readFile(path.join(location, "floe.json"), "utf8")).toBe(written);
    expect(await customers(path.join(app, "shop.duckdb"))).toEqual([["ada", 17], ["ben", 5]]);
  });
});

/** Yarn reads no .npmrc: it is told what npm was told. */
async function yarnEnvironment(app: string): Promise<Readonly<Record<string, string>>> {
  const registry = (await run(app, "npm", ["config", "get", "registry"])).trim();
  return { YARN_NPM_REGISTRY_SERVER: registry, YARN_NODE_LINKER: "pnp", YARN_ENABLE_GLOBAL_CACHE: "0" };
}

async function customers(database: string): Promise<unknown> {
  const instance = await DuckDBInstance.create(database, { access_mode: "READ_ONLY" });
  try {
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll("SELECT customer, total FROM customers ORDER BY customer");
    connection.closeSync();
    return reader.getRows();
  } finally {
    instance.closeSync();
  }
}
