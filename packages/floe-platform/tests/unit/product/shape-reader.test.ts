import { describe, expect, test } from "vitest";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";

describe("ShapeReader", () => {
  test("mapping gives the members and reports unknown keys with the nearest known one", () => {
    const reader = readerOf("a:\n  name: x\n  pth: y\n  zzzzzz: 1");
    expect(reader.mapping(["a"], ["name", "path"], "a source")).toEqual({ name: "x", pth: "y", zzzzzz: 1 });
    expect(briefly(reader)).toEqual(["3:3 a.pth key_unknown", "4:3 a.zzzzzz key_unknown"]);
    expect(problemsOf(reader)[0]).toMatchObject({ nearest: "path", remedy: 'Did you mean "path"?' });
    expect(problemsOf(reader)[1]).toMatchObject({ expected: "one of name, path", remedy: "Write one of name, path." });
  });

  test("mapping refuses lists, texts and null, and lets the absent be", () => {
    const reader = readerOf("a: [1]\nb: x\nc:\n");
    for (const key of ["a", "b", "c", "d"]) expect(reader.mapping([key], [], "a mapping")).toBeUndefined();
    expect(problemsOf(reader).map(({ path, found }) => [path, found])).toEqual([
      ["a", "a list"],
      ["b", "a text"],
      ["c", "null"],
    ]);
  });

  test("a wrong root is called the file, a wrong item an entry", () => {
    const reader = readerOf("[1, [2]]");
    reader.mapping([], [], "a mapping");
    reader.text([0], "a text");
    expect(problemsOf(reader).map(({ message }) => message)).toEqual(["the file is not a mapping", "entry 1 is not a text"]);
  });

  test("list and texts read lists and report what is none, item by item", () => {
    const reader = readerOf("a: [x, y]\nb: x\nc: [x, 1, '']");
    expect(reader.list(["a"], "a list")).toEqual(["x", "y"]);
    expect(reader.texts(["a"], "a list")).toEqual(["x", "y"]);
    expect(reader.texts(["b"], "a list")).toEqual([]);
    expect(reader.texts(["c"], "a list")).toEqual(["x"]);
    expect(reader.texts(["d"], "a list")).toEqual([]);
    expect(briefly(reader)).toEqual(["2:4 b type_invalid", "3:8 c[1] type_invalid", "3:11 c[2] type_invalid"]);
    expect(problemsOf(reader)[2]?.found).toBe("an empty text");
  });

  test("requiredText reports the absent once and the wrong once", () => {
    const reader = readerOf("a:\n  b: 1");
    expect(reader.requiredText(["a", "b"], "a name")).toBeUndefined();
    expect(reader.requiredText(["a", "c"], "a name")).toBeUndefined();
    expect(briefly(reader)).toEqual(["1:1 a.c key_missing", "2:6 a.b type_invalid"]);
  });

  test("oneOf takes one of the words and suggests the nearest", () => {
    const reader = readerOf("a: view\nb: veiw\nc: 3");
    expect(reader.oneOf(["a"], ["table", "view"])).toBe("view");
    expect(reader.oneOf(["b"], ["table", "view"])).toBeUndefined();
    expect(reader.oneOf(["c"], ["table", "view"])).toBeUndefined();
    expect(reader.oneOf(["d"], ["table", "view"])).toBeUndefined();
    expect(briefly(reader)).toEqual(["2:4 b value_invalid", "3:4 c type_invalid"]);
    expect(problemsOf(reader)[0]?.nearest).toBe("view");
  });

  test("missing says nothing where a slip in the key was reported", () => {
    const reader = readerOf("nam: x\npluginz: {}");
    reader.mapping([], ["name", "plugins", "sources"], "a mapping");
    for (const key of ["name", "plugins", "sources"]) reader.missing([key], "something");
    expect(briefly(reader)).toEqual(["1:1 nam key_unknown", "1:1 sources key_missing", "2:1 pluginz key_unknown"]);
  });
});
