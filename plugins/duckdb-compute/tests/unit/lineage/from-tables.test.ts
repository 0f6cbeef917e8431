import { describe, expect, test } from "vitest";
import { columnInput, sortInputs, type ColumnInputs } from "../../../src/lineage/column-inputs.ts";
import { findColumn, joinTables, NO_TABLES, type FromTables } from "../../../src/lineage/from-tables.ts";

const tables = (alias: string, ...names: readonly string[]): FromTables => ({
  tables: [{ alias, table: undefined, columns: names.map((name) => ({ name, inputs: columnInput(alias, name) })) }],
  merged: [],
});
const format = (inputs: ColumnInputs | undefined) => inputs && sortInputs(inputs).map(({ table, column, transformation }) => `${transformation} ${table}.${column}`);

describe("joinTables", () => {
  test.each([
    ["INNER", ["IDENTITY t.k"]],
    ["LEFT", ["IDENTITY t.k"]],
    ["RIGHT", ["IDENTITY u.k"]],
    ["FULL", ["TRANSFORMATION t.k", "TRANSFORMATION u.k"]],
  ])("takes a USING column of a %s join from %j", (type, inputs) => {
    const joined = joinTables(tables("t", "k", "a"), tables("u", "k", "b"), ["K"], type);
    expect(format(findColumn(joined, "k")?.inputs)).toEqual(inputs);
    expect(format(findColumn(joined, "b")?.inputs)).toEqual(["IDENTITY u.b"]);
  });

  test("goes on with the column of the join before", () => {
    const first = joinTables(tables("t", "k"), tables("u", "k"), ["k"], "RIGHT");
    const second = joinTables(first, tables("w", "k"), ["k"], "LEFT");
    expect(format(findColumn(second, "k")?.inputs)).toEqual(["IDENTITY u.k"]);
    expect(second.merged).toHaveLength(1);
  });

  test("refuses a USING column that one side has not, or has twice", () => {
    expect(() => joinTables(tables("t", "k"), tables("u", "b"), ["k"], "INNER")).toThrow("no column k");
    const twice = joinTables(tables("t", "k"), tables("u", "k"), [], "INNER");
    expect(() => joinTables(twice, tables("w", "k"), ["k"], "INNER")).toThrow("several columns k");
  });
});

describe("findColumn", () => {
  test("finds none, or refuses several", () => {
    expect(findColumn(NO_TABLES, "a")).toBeUndefined();
    expect(() => findColumn(joinTables(tables("t", "a"), tables("u", "a"), [], "INNER"), "a")).toThrow("several columns a");
  });

  test("refuses a USING column that a further table has", () => {
    const joined = joinTables(tables("t", "k"), tables("u", "k"), ["k"], "INNER");
    expect(() => findColumn(joinTables(joined, tables("w", "k"), [], "INNER"), "k")).toThrow("several columns k");
    expect(() => findColumn(joinTables(joined, joined, [], "INNER"), "k")).toThrow("several columns k");
  });
});
