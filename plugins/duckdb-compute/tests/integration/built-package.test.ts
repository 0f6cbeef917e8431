import { DuckDBComputePlugin, DuckDBSqlError } from "floe-duckdb-compute";
import { isPluginError } from "floe-core";
import { describe, expect, test } from "vitest";
import { startChild } from "../support/child.ts";
import { startBuilt } from "../support/start-built.ts";

describe("the built package", () => {
  test("exports the class that its floe block names", async () => {
    const entry = new URL("../../dist/plugin.js", import.meta.url).href;
    const module: unknown = await import(entry);
    expect(module).toHaveProperty("DuckDBComputePlugin", DuckDBComputePlugin);
  });

  test("throws errors that floe-core recognises", async () => {
    const error: unknown = await startBuilt({}).getReferencedTables("SELEC 1").catch((thrown: unknown) => thrown);
    expect(isPluginError(error)).toBe(true);
    expect(error).toBeInstanceOf(DuckDBSqlError);
  });

  test("does not keep a process alive that forgot to close it", async () => {
    const child = startChild("leave-open.mjs");
    expect(await child.next()).toEqual([{ a: 1 }]);
    expect(await child.ended).toBe(0);
  });
});
