import { describe, expect, test } from "vitest";
import { FakeSession } from "../../../src/fakes/fake-session.ts";

const rows = [{ a: 1, b: "x" }, { a: 2, b: "y" }];

describe("FakeSession", () => {
  test("FakeSession records what it is asked, oldest first", async () => {
    const session = new FakeSession();
    await session.execute("create", [1]);
    await session.execute("drop");
    await session.query("select", { x: 1 });
    await session.query("select all");
    await session.registerSource({ name: "raw", path: "/raw.csv" });
    await session.materialize({ name: "t", sql: "select 1", materialization: "table" });
    expect(session.statements).toEqual([
      { kind: "execute", sql: "create", parameters: [1] },
      { kind: "execute", sql: "drop" },
      { kind: "query", sql: "select", parameters: { x: 1 } },
      { kind: "query", sql: "select all" },
      { kind: "registerSource", sql: "raw" },
      { kind: "materialize", sql: "select 1", request: { name: "t", sql: "select 1", materialization: "table" } },
    ]);
  });

  test("FakeSession answers with the rows it was given, or fails as they do", async () => {
    const session = new FakeSession((sql, parameters) => {
      if (sql === "bad") throw new Error("syntax error");
      return parameters === undefined ? rows : [];
    });
    await expect(session.query("good")).resolves.toEqual(rows);
    await expect(session.query("good", [])).resolves.toEqual([]);
    await expect(session.execute("bad")).rejects.toThrow("syntax error");
  });

  test("FakeSession streams rows, and stops when its signal is aborted", async () => {
    const session = new FakeSession(() => rows);
    const batches: unknown[] = [];
    for await (const batch of session.stream("select", [1])) batches.push(batch);
    expect(batches).toEqual(rows.map((row) => [row]));
    expect(session.statements).toEqual([{ kind: "stream", sql: "select", parameters: [1] }]);
    const controller = new AbortController();
    const interrupted = (async () => {
      for await (const _ of session.stream("select", undefined, { signal: controller.signal })) controller.abort("enough");
    })();
    await expect(interrupted).rejects.toBe("enough");
  });

  test("FakeSession says what it made: rows and columns of a table, columns of a view", async () => {
    const session = new FakeSession(() => rows);
    const columns = [
      { name: "a", type: "number" },
      { name: "b", type: "string" },
    ];
    const request = { name: "t", sql: "select" } as const;
    await expect(session.materialize({ ...request, materialization: "table" })).resolves.toEqual({ rows: 2, columns });
    await expect(session.materialize({ ...request, materialization: "view" })).resolves.toEqual({ rows: null, columns });
    await expect(new FakeSession().materialize({ ...request, materialization: "table" })).resolves.toEqual({ rows: 0, columns: [] });
  });

  test("FakeSession refuses everything once it is closed, and can be closed twice", async () => {
    const session = new FakeSession();
    await session.close();
    await session.close();
    expect(session.isClosed).toBe(true);
    await expect(session.query("select")).rejects.toThrow("Cannot query: the session is closed");
  });

  test("FakeSession rejects with the reason of an aborted signal, and records nothing", async () => {
    const session = new FakeSession();
    await expect(session.execute("x", [], { signal: AbortSignal.abort("stop") })).rejects.toBe("stop");
    expect(session.statements).toEqual([]);
  });
});
