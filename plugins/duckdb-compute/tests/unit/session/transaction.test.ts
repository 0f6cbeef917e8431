import { describe, expect, test } from "vitest";
import { Statements } from "../../../src/session/statements.ts";
import { inTransaction, isInTransaction, rollBack } from "../../../src/session/transaction.ts";
import { caught } from "../../support/caught.ts";
import { connect, memoryStatements, openMemory } from "../../support/open-memory.ts";

describe("inTransaction", () => {
  test("makes all of the work take effect at once", async () => {
    const instance = await openMemory();
    const [writer, reader] = [new Statements(await connect(instance)), new Statements(await connect(instance))];
    await writer.run("CREATE TABLE t AS SELECT 1 AS a");
    const result = await inTransaction(writer, async () => {
      await writer.run("UPDATE t SET a = 2");
      expect(await reader.rows("FROM t")).toEqual([{ a: 1 }]);
      return "done";
    });
    expect(result).toBe("done");
    expect(await reader.rows("FROM t")).toEqual([{ a: 2 }]);
  });

  test("makes none of it take effect after a failure, and passes it", async () => {
    const statements = await memoryStatements();
    const failure = new Error("no");
    const work = async () => {
      await statements.run("CREATE TABLE t (a INT)");
      throw failure;
    };
    expect(await caught(() => inTransaction(statements, work))).toBe(failure);
    expect(await statements.rows("SELECT * FROM duckdb_tables()")).toEqual([]);
  });

  test("rolls back after an abort, too", async () => {
    const connection = await connect(await openMemory());
    const controller = new AbortController();
    const statements = new Statements(connection, controller.signal);
    const work = async () => {
      await statements.run("CREATE TABLE t (a INT)");
      controller.abort("enough");
      await statements.run("INSERT INTO t VALUES (1)");
    };
    expect(await caught(() => inTransaction(statements, work))).toBe("enough");
    expect(await new Statements(connection).rows("SELECT * FROM duckdb_tables()")).toEqual([]);
  });

  test("commits work that was done before the abort", async () => {
    const connection = await connect(await openMemory());
    const controller = new AbortController();
    const statements = new Statements(connection, controller.signal);
    await inTransaction(statements, async () => {
      await statements.run("CREATE TABLE t (a INT)");
      controller.abort("enough");
    });
    expect(await new Statements(connection).rows("FROM t")).toEqual([]);
  });
});

test("inTransaction refuses to begin inside a transaction of the caller's, and leaves that alone", async () => {
  const statements = await memoryStatements();
  await statements.run("BEGIN TRANSACTION");
  await statements.run("CREATE TABLE t (a INT)");
  expect(await caught(() => inTransaction(statements, async () => "done"))).toMatchObject({ code: "FLOE_DUCKDB_SESSION_BUSY" });
  await statements.run("COMMIT");
  expect(await statements.rows("FROM t")).toEqual([]);
});

test("isInTransaction tells a transaction from none", async () => {
  const statements = await memoryStatements();
  expect(await isInTransaction(statements)).toBe(false);
  await statements.run("BEGIN TRANSACTION");
  expect(await isInTransaction(statements)).toBe(true);
  await statements.run("COMMIT");
  expect(await isInTransaction(statements)).toBe(false);
});

test("rollBack keeps the failure and why it could not be rolled back", async () => {
  const statements = await memoryStatements();
  const failure = new Error("first");
  const error = await caught(() => rollBack(statements, failure));
  expect(error).toMatchObject({ code: "FLOE_DUCKDB_SQL", message: expect.stringContaining("Cannot roll back") });
  expect((error as Error).cause).toMatchObject({ errors: [failure, { code: "FLOE_DUCKDB_SQL" }] });
});
