import { describe, expect, test } from "vitest";
import { RowStream } from "../../../src/session/row-stream.ts";
import { Statements } from "../../../src/session/statements.ts";
import { caught } from "../../support/caught.ts";
import { connect, memoryStatements, openMemory } from "../../support/open-memory.ts";

/** Rows until 'x' cannot be converted. */
const FAILS_LATE = "SELECT CASE WHEN range < 500000 THEN range::VARCHAR ELSE 'x' END::INT AS n FROM range(600000)";

async function readAll(stream: RowStream, statements: Statements): Promise<number> {
  let rows = 0;
  for (let batch = await stream.next(statements); batch !== undefined; batch = await stream.next(statements)) rows += batch.length;
  return rows;
}

describe("RowStream", () => {
  test("gives all rows in batches, and leaves no transaction behind", async () => {
    const statements = await memoryStatements();
    const stream = await RowStream.open(statements, "SELECT range AS n FROM range($1)", [10_000]);
    expect((await stream.next(statements))?.[0]).toEqual({ n: 0n });
    expect(await readAll(stream, statements)).toBeGreaterThan(5_000);
    await stream.finish(statements);
    await statements.run("BEGIN TRANSACTION");
  });

  test("finish tells of a failure half-way, which the driver itself takes for the end", async () => {
    const statements = await memoryStatements();
    const stream = await RowStream.open(statements, FAILS_LATE, undefined);
    expect(await readAll(stream, statements)).toBeLessThan(500_000);
    expect(await caught(() => stream.finish(statements))).toMatchObject({
      code: "FLOE_DUCKDB_SQL",
      exceptionType: "Conversion",
      reason: expect.stringContaining("'x'"),
      line: 1,
    });
    expect(await statements.rows("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("finish tells of it without a reason when the statement may not be run once more", async () => {
    const statements = await memoryStatements();
    await statements.run("BEGIN TRANSACTION");
    const stream = await RowStream.open(statements, FAILS_LATE, undefined);
    await readAll(stream, statements);
    expect(await caught(() => stream.finish(statements))).toMatchObject({
      code: "FLOE_DUCKDB_SQL",
      message: expect.stringContaining("DuckDB stopped before the last"),
    });
    await statements.run("ROLLBACK");
  });

  test("runs in the caller's transaction, and leaves it to the caller", async () => {
    const statements = await memoryStatements();
    await statements.run("BEGIN TRANSACTION");
    await statements.run("CREATE TABLE t AS SELECT range AS n FROM range(3)");
    const stream = await RowStream.open(statements, "FROM t", undefined);
    expect(await readAll(stream, statements)).toBe(3);
    await stream.finish(statements);
    const left = await RowStream.open(statements, "FROM range(1000000)", undefined);
    await left.next(statements);
    await left.abandon(statements);
    await statements.run("COMMIT");
    expect(await statements.rows("SELECT count(*) AS n FROM t")).toEqual([{ n: 3n }]);
  });

  test("open refuses a statement and rolls back", async () => {
    const statements = await memoryStatements();
    expect(await caught(() => RowStream.open(statements, "SELECT nosuch", undefined))).toMatchObject({ exceptionType: "Binder" });
    expect(await caught(() => RowStream.open(statements, "SELECT $1", ["a", "b"]))).toMatchObject({ code: "FLOE_DUCKDB_PARAMETERS" });
    await statements.run("BEGIN TRANSACTION");
    expect(await caught(() => RowStream.open(statements, "SELECT nosuch", undefined))).toMatchObject({ exceptionType: "Binder" });
  });

  test("open passes a failure that is no open transaction", async () => {
    const connection = await connect(await openMemory());
    const statements = new Statements(connection, AbortSignal.abort("enough"));
    expect(await caught(() => RowStream.open(statements, "SELECT 1", undefined))).toBe("enough");
  });

  test("abandon ends the statement, undoes it and is safe twice", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE t (a INT)");
    const stream = await RowStream.open(statements, "INSERT INTO t FROM range(5) RETURNING a", undefined);
    await stream.next(statements);
    await stream.abandon(statements);
    await stream.abandon(statements);
    expect(await statements.rows("FROM t")).toEqual([]);
  });
});
