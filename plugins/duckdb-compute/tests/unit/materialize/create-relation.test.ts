import { describe, expect, test } from "vitest";
import { createTable, createView } from "../../../src/materialize/create-relation.ts";
import { memoryStatements } from "../../support/open-memory.ts";

const relation = { schema: "main", name: "main.x" };

describe("createTable", () => {
  test("makes the table and counts its rows", async () => {
    const statements = await memoryStatements();
    expect(await createTable(statements, relation, "SELECT range AS n FROM range(3); -- done", "none")).toBe(3);
    expect(await createTable(statements, relation, "SELECT n FROM x WHERE n > 0", "table")).toBe(2);
  });

  test("takes the place of a view", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE VIEW x AS SELECT 1 AS a");
    expect(await createTable(statements, relation, "SELECT 2 AS a", "view")).toBe(1);
    expect(await statements.rows("FROM x")).toEqual([{ a: 2 }]);
  });
});

describe("createView", () => {
  test("makes the view, without rows to count", async () => {
    const statements = await memoryStatements();
    expect(await createView(statements, relation, "SELECT 1 AS a", "none")).toBeNull();
    expect(await createView(statements, relation, "SELECT 2 AS a", "view")).toBeNull();
    expect(await statements.rows("FROM x")).toEqual([{ a: 2 }]);
  });

  test("takes the place of a table", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE x AS SELECT 1 AS a");
    expect(await createView(statements, relation, "SELECT 2 AS a", "table")).toBeNull();
    expect(await statements.rows("FROM x")).toEqual([{ a: 2 }]);
  });
});
