import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { isMemoryLimit } from "../../../src/config/memory-limit.ts";

/** Whether DuckDB itself takes it; one that it takes but cannot start with is taken. */
async function isUnderstood(limit: string): Promise<boolean> {
  try {
    (await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: limit })).closeSync();
    return true;
  } catch (error) {
    return !String(error).includes("Failed to set config");
  }
}

const accepted = [
  "4GB", "4gb", "4 GB", " 4GB ", "1.5GiB", "4.GB", ".5GB", "512MB", "100mib", "900kb", "64 kilobytes", "1 megabyte",
  "3 gigabytes", "1 terabyte", "1TiB", "4096000 bytes", "9000000b", "10m", "2g", "1t", "40000k", "16777215TiB", "none",
];

describe("isMemoryLimit", () => {
  test.each(accepted)("takes %j, as DuckDB does", async (limit) => {
    expect(isMemoryLimit(limit)).toBe(true);
    expect(await isUnderstood(limit)).toBe(true);
  });

  test.each([
    "80%", "", "4", "GB", "4Gi", "4 PB", "+4GB", "4_000MB", "4,5GB", "1.2.3GB", "0x10MB", "4GBs", "10 kibs", "unlimited", "99999999999TB",
  ])("refuses %j, as DuckDB does", async (limit) => {
    expect(isMemoryLimit(limit)).toBe(false);
    expect(await isUnderstood(limit)).toBe(false);
  });

  test.each(["0GB", "0.0 MB", "-5GB", "-1", "null", "4 GB x"])("refuses %j, which DuckDB takes for something else than a limit", (limit) => {
    expect(isMemoryLimit(limit)).toBe(false);
  });
});
