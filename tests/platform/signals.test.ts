import { existsSync, statSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { withDatabase } from "./support/database.ts";
import { floe, runProduct } from "./support/floe.ts";
import { makeProduct } from "./support/product.ts";

/** What the stop may take, in milliseconds; a statement that took no notice would be waited for six times as long. */
const LIMIT_MS = 5_000;

/** The product in one version, with so many rows. The texts are such that they cannot be packed well. */
function files(version: number, rows: number, header: string): Readonly<Record<string, string>> {
  const sql = `SELECT ${version} AS version, md5(CAST(id AS VARCHAR)) AS text FROM range(${rows}) AS numbers (id)`;
  return { "rows.csv": "id\n1\n", "models/big.sql": `-- floe: { ${header} }\n${sql}` };
}

const FEW = 1_000;
/** Would be written for hours. */
const ENDLESS = 1_000_000_000_000;

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

describe("floe run stopped in the middle of a statement", () => {
  test.each([
    ["SIGINT", 130, "materialization: table"],
    ["SIGTERM", 143, "materialization: incremental, watermark: version"],
  ] as const)("by %s ends with %i within seconds, every plugin stopped, and leaves the old (%s)", async (signal, code, header) => {
    const product = await makeProduct(files(1, FEW, header));
    await runProduct(product.root);
    await product.write(files(2, ENDLESS, header));
    const child = floe(product.root, "run");
    // Data of the new version is on the disk by then.
    await vi.waitUntil(() => sizeOf(product.database) > 8_000_000, { timeout: 60_000, interval: 20 });
    const began = performance.now();
    child.kill(signal);
    const { exitCode, stdout, stderr } = await child;
    expect(performance.now() - began).toBeLessThan(LIMIT_MS);
    expect(exitCode).toBe(code);
    expect(stdout).toMatch(/big +cancelled/);
    expect(stderr).toMatch(/stopped floe\.orchestrators:local, floe\.computes:duckdb$/m);
    const left = await withDatabase(product.database, (query) => query("SELECT version, count(*) AS rows FROM big GROUP BY version"));
    expect(left).toEqual([{ version: 1, rows: 1000n }]);
    await product.write(files(3, FEW, header));
    expect(await runProduct(product.root)).toMatchObject({ ok: true });
  });
});
