import { describe, expect, test } from "vitest";
import type { DocumentPath } from "../../../src/document/document-path.ts";
import { mapTexts, MAX_DEPTH } from "../../../src/variables/map-texts.ts";

describe(mapTexts.name, () => {
  test("mapTexts replaces texts at any depth, tells where they are, and leaves keys and the rest alone", () => {
    const paths: DocumentPath[] = [];
    const onText = (text: string, path: DocumentPath): string => {
      paths.push(path);
      return text.toUpperCase();
    };
    const value = { a: "x", list: [1, "y", null, { b: true, c: "z" }] };
    expect(mapTexts(value, ["top"], { onText, onTooDeep: () => {} })).toEqual({ a: "X", list: [1, "Y", null, { b: true, c: "Z" }] });
    expect(paths).toEqual([["top", "a"], ["top", "list", 1], ["top", "list", 3, "c"]]);
    expect(value.a).toBe("x");
  });

  test("mapTexts passes objects of a class on as they are", () => {
    const date = new Date(0);
    expect(mapTexts({ date }, [], { onText: () => "", onTooDeep: () => {} })).toStrictEqual({ date });
  });

  test("mapTexts stops at a depth that no file has, and says where", () => {
    const loop: Record<string, unknown> = {};
    loop["again"] = loop;
    const deep: DocumentPath[] = [];
    mapTexts(loop, [], { onText: (text) => text, onTooDeep: (path) => deep.push(path) });
    expect(deep.map((path) => path.length)).toEqual([MAX_DEPTH + 1]);
  });
});
