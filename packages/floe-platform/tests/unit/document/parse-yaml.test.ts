import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/document/parse-yaml.ts";

const text = `# a comment
name: flights
plugins:
  compute: { type: duckdb, config: { threads: 2 } }
  catalog:
sources:
  - { name: a, path: ./a.csv }
  - name: b
    path: ./b.csv
base: &base
  deep: [1, 2]
copy: *base
? [1, 2]
: strange
`;

describe("parseYaml", () => {
  test("parseYaml gives plain values", () => {
    const { document, syntaxProblems } = parseYaml(text, "floe.yaml");
    expect(syntaxProblems).toEqual([]);
    expect(document.file).toBe("floe.yaml");
    expect(document.value).toMatchObject({ name: "flights", plugins: { compute: { type: "duckdb" }, catalog: null } });
  });

  test.each<[string, (string | number)[], "key" | "value", number, number]>([
    ["a value", ["name"], "value", 2, 7],
    ["a key", ["name"], "key", 2, 1],
    ["a value in a flow mapping", ["plugins", "compute", "config", "threads"], "value", 4, 47],
    ["a key in a flow mapping", ["plugins", "compute", "config"], "key", 4, 28],
    ["an absent value at its key", ["plugins", "catalog"], "value", 5, 3],
    ["an item of a list", ["sources", 1], "value", 8, 5],
    ["a value in a list", ["sources", 1, "path"], "value", 9, 11],
    ["a value behind an alias", ["copy", "deep", 1], "value", 11, 13],
    ["the nearest entry around a missing key", ["plugins", "compute", "config", "path"], "value", 4, 28],
    ["the nearest entry around a missing item", ["sources", 5], "value", 6, 1],
    ["the nearest entry around what a text does not hold", ["name", "first", "letter"], "value", 2, 1],
    ["the document for a missing key at the root", ["schedule"], "value", 2, 1],
    ["the document itself", [], "value", 2, 1],
  ])("parseYaml locates %s", (_, path, part, line, column) => {
    expect(parseYaml(text, "floe.yaml").document.locate(path, part)).toEqual({ file: "floe.yaml", line, column });
  });

  test("parseYaml reads JSON, indented with tabs, too", () => {
    const { document, syntaxProblems } = parseYaml('{\n\t"name": "x",\n\t"plugins": {\n\t\t"compute": "duckdb"\n\t}\n}', "f.json");
    expect(syntaxProblems).toEqual([]);
    expect(document.value).toEqual({ name: "x", plugins: { compute: "duckdb" } });
    expect(document.locate(["plugins", "compute"])).toEqual({ file: "f.json", line: 4, column: 14 });
  });

  test("parseYaml gives null for an empty text and keeps __proto__ a plain key", () => {
    expect(parseYaml("", "f").document.value).toBeNull();
    expect(parseYaml("", "f").document.locate(["name"])).toEqual({ file: "f", line: 1, column: 1 });
    const { value } = parseYaml("__proto__: { polluted: true }", "f").document;
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test("parseYaml tells where the syntax is broken and gives no value", () => {
    const { document, syntaxProblems } = parseYaml("name: x\nlist: [1, 2\nmore: 3", "f");
    expect(document.value).toBeUndefined();
    expect(syntaxProblems).toHaveLength(1);
    expect(syntaxProblems[0]?.position).toEqual({ file: "f", line: 3, column: 1 });
  });

  test("parseYaml refuses an alias without an anchor, and one inside of itself", () => {
    const { syntaxProblems } = parseYaml("a: *nope\nb: &loop [1, *loop]", "f");
    expect(syntaxProblems.map(({ position, message }) => [position.line, position.column, message])).toEqual([
      [1, 4, "the alias *nope has no anchor before it"],
      [2, 14, "the alias *loop stands inside of what it repeats"],
    ]);
  });

  test("parseYaml refuses aliases that multiply without end", () => {
    const lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"];
    for (let i = 1; i < 10; i += 1) lines.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(", ")}]`);
    expect(parseYaml(lines.join("\n"), "f").syntaxProblems[0]?.message).toContain("Excessive alias count");
  });

  test("parseYaml refuses nesting without end instead of overflowing", () => {
    const { syntaxProblems } = parseYaml("[".repeat(10_000), "f");
    expect(syntaxProblems).toHaveLength(1);
  });
});
