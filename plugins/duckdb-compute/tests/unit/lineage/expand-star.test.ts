import { describe, expect, test } from "vitest";
import { columnInput, sortInputs } from "../../../src/lineage/column-inputs.ts";
import { expandStar } from "../../../src/lineage/expand-star.ts";
import { joinTables, type FromTables } from "../../../src/lineage/from-tables.ts";
import type { SyntaxNode } from "../../../src/references/syntax-node.ts";

const tables = (alias: string, ...names: readonly (string | undefined)[]): FromTables => ({
  tables: [{ alias, table: undefined, columns: names.map((name) => ({ name, inputs: columnInput(alias, String(name)) })) }],
  merged: [],
});
const joined = joinTables(tables("t", "a", "k"), tables("u", "b", "k"), ["k"], "RIGHT");
const expand = (star: SyntaxNode, from: FromTables) =>
  expandStar({ class: "STAR", ...star }, from, () => columnInput("read", "it")).map(({ name, inputs }) => `${name}: ${sortInputs(inputs).map(({ table, column }) => `${table}.${column}`).join()}`);

describe("expandStar", () => {
  test("gives all columns in order, a USING column once and in the first place", () => {
    expect(expand({}, joined)).toEqual(["a: t.a", "k: u.k", "b: u.b"]);
    expect(expand({}, tables("t", undefined, "a"))).toEqual(["undefined: t.undefined", "a: t.a"]);
  });

  test("gives the columns of one table as they are", () => {
    expect(expand({ relation_name: "T" }, joined)).toEqual(["a: t.a", "k: t.k"]);
  });

  test("leaves out what is excluded, and reads what is replaced", () => {
    expect(expand({ exclude_list: ["K"], replace_list: [{ key: "B", value: { class: "CONSTANT" } }] }, joined)).toEqual(["a: t.a", "B: read.it"]);
  });

  test.each([
    [{ rename_list: [] }, "with rename_list"],
    [{ alias: "x" }, "a star with an alias"],
    [{ relation_name: "x" }, "no table or several tables x"],
    [{ replace_list: [7] }, "a REPLACE of another shape"],
  ])("refuses %j", (star, reason) => {
    expect(() => expand(star, joined)).toThrow(reason);
  });

  test("refuses EXCLUDE among columns whose names are not known, and a name of two tables", () => {
    expect(() => expand({ exclude_list: ["a"] }, tables("t", undefined))).toThrow("names are not known");
    expect(() => expand({ relation_name: "t" }, joinTables(tables("t", "a"), tables("t", "b"), [], "INNER"))).toThrow("several tables t");
  });
});
