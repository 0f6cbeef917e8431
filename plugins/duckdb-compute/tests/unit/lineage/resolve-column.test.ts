import { describe, expect, test } from "vitest";
import { columnInput, sortInputs } from "../../../src/lineage/column-inputs.ts";
import type { FromTable } from "../../../src/lineage/from-tables.ts";
import { resolveColumn } from "../../../src/lineage/resolve-column.ts";
import type { Knowledge, Outer, Scope } from "../../../src/lineage/scope.ts";

const table = (alias: string, columns: readonly (string | undefined)[], schema = ""): FromTable => ({
  alias,
  table: { catalog: "", schema, table: alias },
  columns: columns.map((name) => ({ name, inputs: columnInput(alias, String(name)) })),
});
const scope = (tables: readonly FromTable[], outer: Outer = "none", aliases: readonly string[] = []): Scope => ({
  from: { tables, merged: [] },
  aliases: new Map(aliases.map((name) => [name, columnInput("alias", name)])),
  ctes: new Map(),
  outer,
});

function resolve(names: readonly string[], from: Scope, absences: string[] = []): readonly string[] {
  const knowledge: Knowledge = {
    columnsOf: () => undefined,
    spell: () => undefined,
    kindOf: () => undefined,
    relyOnAbsence: ({ table: one }, name) => void absences.push(`${one}.${name}`),
  };
  return sortInputs(resolveColumn(names, from, knowledge)).map((input) => `${input.transformation} ${input.table}.${input.column}`);
}

describe("resolveColumn", () => {
  test("finds a column by its name, in any case", () => {
    expect(resolve(["A"], scope([table("t", ["a"])]))).toEqual(["IDENTITY t.a"]);
    expect(resolve(["T", "A"], scope([table("t", ["a"]), table("u", ["a"])]))).toEqual(["IDENTITY t.a"]);
  });

  test("prefers a column to an alias, and an alias to the query around", () => {
    const around = scope([table("u", ["a", "b", "c"])]);
    const inner = scope([table("t", ["a"])], around, ["a", "b"]);
    expect([["a"], ["b"], ["c"]].map((names) => resolve(names, inner))).toEqual([["IDENTITY t.a"], ["IDENTITY alias.b"], ["IDENTITY u.c"]]);
  });

  test("takes down the hidden columns that an answer relies on there not being", () => {
    const absences: string[] = [];
    resolve(["rowid"], scope([table("t", ["a"])], "none", ["rowid"]), absences);
    resolve(["a"], scope([table("t", ["a"])]), absences);
    expect(absences).toEqual(["t.rowid"]);
  });

  test("knows the names that mean a value, where nothing else can have them", () => {
    expect(resolve(["CURRENT_DATE"], scope([table("t", ["a"])]))).toEqual([]);
    expect(resolve(["user"], scope([table("t", ["user"])]))).toEqual(["IDENTITY t.user"]);
    expect(() => resolve(["user"], scope([table("t", ["a"])], "not followed"))).toThrow("an unknown column user");
    expect(() => resolve(["user"], scope([table("t", ["a"])], scope([table("u", ["user"])])))).toThrow("an unknown column user");
  });

  test("finds a table of the query around", () => {
    expect(resolve(["u", "a"], scope([table("t", ["a"])], scope([table("u", ["a"])])))).toEqual(["IDENTITY u.a"]);
  });

  test("takes a field of a struct for a transformation of its column", () => {
    expect(resolve(["s", "f"], scope([table("t", ["s"])]))).toEqual(["TRANSFORMATION t.s"]);
    expect(resolve(["t", "s", "f"], scope([table("t", ["s"])]))).toEqual(["TRANSFORMATION t.s"]);
    expect(resolve(["s", "f", "g"], scope([table("t", ["s"])]))).toEqual(["TRANSFORMATION t.s"]);
  });

  test("finds a column by schema and table, stated or not", () => {
    expect(resolve(["main", "t", "a"], scope([table("t", ["a"])]))).toEqual(["IDENTITY t.a"]);
    expect(resolve(["s", "t", "a"], scope([table("t", ["a"], "S"), table("t", ["a"], "other")]))).toEqual(["IDENTITY t.a"]);
  });

  test.each<readonly [names: readonly string[], from: Scope, reason: string]>([
    [["a"], scope([]), "an unknown column a"],
    [["a"], scope([table("t", ["a"]), table("u", ["a"])]), "several columns a"],
    [["t"], scope([table("t", ["a"])]), "whole rows of t"],
    [["a"], scope([table("t", [undefined])], scope([table("u", ["a"])])), "names are not known"],
    [["a"], scope([table("t", ["b"])], scope([table("u", ["b"])], "none", ["a"])), "the alias a of a query around"],
    [["t", "b"], scope([table("t", ["a"])], scope([table("t", ["b"])])), "0 meanings of t.b"],
    [["t", "a"], scope([table("t", ["a"]), table("t", ["a"], "s")]), "2 meanings of t.a"],
    [["x", "a"], scope([table("t", ["a"])]), "an unknown table x"],
    [["x", "a"], scope([table("t", ["a"])], scope([table("x", ["a"])]), ["x"]), "an unknown table x"],
    [["s", "f"], scope([table("t", ["s"])], scope([table("s", ["f"])])), "a table and a column s"],
    [["t", "s", "f"], scope([table("t", ["s"]), table("s", ["f"])]), "2 meanings of t.s.f"],
    [["x", "y", "z"], scope([{ ...table("t", ["z"]), table: undefined }]), "0 meanings of x.y.z"],
    [["a", "b", "c", "d"], scope([table("b", ["c"])]), "a name of no or many parts"],
    [[], scope([]), "a name of no or many parts"],
  ])("refuses %j", (names, from, reason) => {
    expect(() => resolve(names, from)).toThrow(reason);
  });
});
