import { expect, test } from "vitest";
import { areDistinct, isSameName, renameColumns } from "../../../src/lineage/column.ts";
import { NO_INPUTS } from "../../../src/lineage/column-inputs.ts";

const columns = (...names: readonly (string | undefined)[]) => names.map((name) => ({ name, inputs: NO_INPUTS }));
const namesOf = (list: readonly { readonly name: string | undefined }[]) => list.map(({ name }) => name);

test("isSameName takes no notice of case, and knows no name from none", () => {
  expect([isSameName("A", "a"), isSameName("a", "b"), isSameName(undefined, "a")]).toEqual([true, false, false]);
});

test("renameColumns renames the first columns, or none", () => {
  expect(namesOf(renameColumns(columns("a", undefined, "c"), ["x", "y"]))).toEqual(["x", "y", "c"]);
  expect(namesOf(renameColumns(columns("a", undefined), []))).toEqual(["a", undefined]);
});

test("renameColumns refuses more names than columns, and two columns of one name", () => {
  expect(() => renameColumns(columns("a"), ["x", "y"])).toThrow("more names than columns");
  expect(() => renameColumns(columns("a", "b"), ["B"])).toThrow("two columns of one name");
});

test("areDistinct leaves out columns whose names are not known", () => {
  expect([areDistinct(columns("a", undefined, undefined)), areDistinct(columns("a", "A"))]).toEqual([true, false]);
});
