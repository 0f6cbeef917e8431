import { describe, expect, test, vi } from "vitest";
import { DuckDBSqlError } from "../../../src/errors/duckdb-sql-error.ts";
import { retryConflicts } from "../../../src/session/retry-conflicts.ts";
import { Statements } from "../../../src/session/statements.ts";
import { caught } from "../../support/caught.ts";
import { connect, openMemory } from "../../support/open-memory.ts";

const conflict = new DuckDBSqlError({ exceptionType: "TransactionContext", reason: "conflict", hint: "" });

describe("retryConflicts", () => {
  test("runs again after a conflict, until it works", async () => {
    const run = vi.fn<() => Promise<void>>().mockRejectedValueOnce(conflict).mockRejectedValueOnce(conflict).mockResolvedValue();
    await retryConflicts(run);
    expect(run).toHaveBeenCalledTimes(3);
  });

  test("passes any other failure at once", async () => {
    const other = new DuckDBSqlError({ exceptionType: "Catalog", reason: "no", hint: "" });
    for (const failure of [other, new Error("no")]) {
      const run = vi.fn<() => Promise<void>>().mockRejectedValue(failure);
      expect(await caught(() => retryConflicts(run))).toBe(failure);
      expect(run).toHaveBeenCalledTimes(1);
    }
  });

  test("gives up in the end", async () => {
    const run = vi.fn<() => Promise<void>>().mockRejectedValue(conflict);
    expect(await caught(() => retryConflicts(run))).toBe(conflict);
    expect(run).toHaveBeenCalledTimes(20);
  });

  test("lets many sessions create one schema at once", async () => {
    const instance = await openMemory();
    const sessions = await Promise.all(Array.from({ length: 8 }, async () => new Statements(await connect(instance))));
    for (let round = 0; round < 10; round += 1) {
      const create = `CREATE SCHEMA IF NOT EXISTS s${round}`;
      await Promise.all(sessions.map((statements) => retryConflicts(() => statements.run(create))));
    }
    expect(await sessions[0]!.rows("SELECT count(*) AS n FROM duckdb_schemas() WHERE schema_name LIKE 's_'")).toEqual([{ n: 10n }]);
  });
});
