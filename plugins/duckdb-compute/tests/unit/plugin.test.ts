import { readdir, readFile } from "node:fs/promises";
import { silentLogger, type ComputeSession } from "floe-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { DuckDBComputePlugin } from "../../src/plugin.ts";
import { caught } from "../support/caught.ts";
import { configOf } from "../support/config-of.ts";
import { tempFolder } from "../support/temp-folder.ts";

const context = { signal: new AbortController().signal, logger: silentLogger };

function newPlugin(input: Readonly<Record<string, unknown>> = {}, baseDir?: string): DuckDBComputePlugin {
  const plugin = new DuckDBComputePlugin();
  if (baseDir !== undefined) Object.defineProperty(plugin, "baseDir", { value: baseDir });
  plugin.configure(configOf(input));
  onTestFinished(() => plugin.shutdown());
  return plugin;
}

async function startedSession(plugin: DuckDBComputePlugin): Promise<ComputeSession> {
  plugin.startup();
  return plugin.openSession();
}

describe("DuckDBComputePlugin", () => {
  test("is what its package says it is", async () => {
    const manifest: unknown = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
    expect(manifest).toMatchObject({ floe: { apiVersion: "1.0", computes: { duckdb: "./dist/plugin.js#DuckDBComputePlugin" } } });
    const plugin = new DuckDBComputePlugin();
    expect(plugin.isSelfHosted).toBe(true);
    expect(plugin.getConfigSchema().safeParse({})).toMatchObject({ success: true });
  });

  test("answers what needs no start once it is configured", async () => {
    const baseDir = await tempFolder();
    const plugin = newPlugin({ path: "a.db" }, baseDir);
    expect(await plugin.getReferencedTables("WITH c AS (FROM t) FROM c")).toEqual(["t"]);
    expect(plugin.generateDbtProfile()).toMatchObject({ type: "duckdb", path: `${baseDir}/a.db` });
    expect(plugin.getRequiredDbtPackages()).toContain("dbt-duckdb>=1.9,<2.0");
    expect(plugin.getDbtMacroPaths()).toEqual([]);
    expect(plugin.getResourceRequirements("small")).toMatchObject({ memoryLimit: "512Mi" });
    expect(plugin.getCatalogAttachmentSql({ name: "a", uri: "https://c.example", warehouse: "w" })).toHaveLength(2);
    expect(await plugin.validateConnection()).toMatchObject({ status: "healthy" });
    expect(await readdir(baseDir)).toEqual([]);
  });

  test("getProcessSharing tells a file, which one process at a time can use, from memory, which only this one can", () => {
    expect(newPlugin({ path: "./a.duckdb" }).getProcessSharing()).toBe("exclusive");
    expect(newPlugin().getProcessSharing()).toBe("none");
  });

  test("getResourceRequirements refuses an unknown size, naming the valid ones", async () => {
    const plugin = newPlugin();
    const size: unknown = "huge";
    expect(await caught(() => plugin.getResourceRequirements(size as "small"))).toMatchObject({
      name: "RangeError",
      message: expect.stringContaining("small, medium, large"),
    });
  });

  test("startup and healthCheck make no file", async () => {
    const baseDir = await tempFolder();
    const plugin = newPlugin({ path: "a.db" }, baseDir);
    plugin.startup();
    expect(await plugin.healthCheck(context)).toMatchObject({ state: "healthy" });
    expect(await readdir(baseDir)).toEqual([]);
  });

  test("openSession runs SQL between startup and shutdown", async () => {
    const plugin = newPlugin();
    expect(await caught(() => plugin.openSession())).toMatchObject({ code: "FLOE_DUCKDB_NOT_STARTED" });
    const session = await startedSession(plugin);
    expect(await session.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
    await plugin.shutdown();
    expect(await caught(() => session.query("SELECT 1"))).toMatchObject({ code: "FLOE_DUCKDB_SESSION_CLOSED" });
    expect(await caught(() => plugin.openSession())).toMatchObject({ code: "FLOE_DUCKDB_NOT_STARTED" });
  });

  test("a database in memory lives from the first session to shutdown", async () => {
    const plugin = newPlugin();
    const first = await startedSession(plugin);
    await first.execute("CREATE TABLE t AS SELECT 1 AS a");
    await first.close();
    expect(await (await plugin.openSession()).query("FROM t")).toEqual([{ a: 1 }]);
    await plugin.shutdown();
    expect(await (await startedSession(plugin)).query("SELECT * FROM duckdb_tables()")).toEqual([]);
  });

  test("shutdown is safe without startup and safe twice", async () => {
    const plugin = newPlugin();
    await plugin.shutdown();
    await startedSession(plugin);
    await plugin.shutdown();
    await plugin.shutdown();
  });

  test("shows no credential of its configuration", () => {
    const plugin = newPlugin({ attach: [{ path: "password=hunter2", alias: "a", type: "postgres" }] });
    expect(JSON.stringify([plugin.config, plugin.generateDbtProfile()])).not.toContain("hunter2");
  });
});
