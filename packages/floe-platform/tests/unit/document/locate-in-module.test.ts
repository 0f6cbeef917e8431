import { describe, expect, test } from "vitest";
import type { DocumentPath } from "../../../src/document/document-path.ts";
import { locateInModule } from "../../../src/document/locate-in-module.ts";
import type { EntryPart } from "../../../src/document/platform-document.ts";

const TEXT = `import { defineProduct } from "floe-platform";
import { storage } from "./shared.mjs";

const duckdb = { threads: 4, path: process.env.DB };
export const plugins = {
  compute: { type: "duckdb", config: { ...duckdb, memoryLimit: "1GB" } },
  storage,
};

export default defineProduct({
  name: "flights",
  plugins,
  sources: [
    { name: "raw", path: "./raw.csv" },
    ...["a", "b"].map((name) => ({ name, path: name })),
  ],
  "transforms": \`./models\`,
});
`;

function place(path: DocumentPath, part?: EntryPart, text = TEXT, file = "floe.mjs") {
  const { line, column } = locateInModule(text, file)(path, part);
  return line === undefined ? "" : `${line}:${column}`;
}

describe("locateInModule", () => {
  test.each<[DocumentPath, string, string]>([
    [[], "10:30", "10:30"],
    [["name"], "11:9", "11:3"],
    [["transforms"], "17:17", "17:3"],
    [["plugins"], "12:3", "12:3"],
    [["plugins", "compute"], "6:12", "6:3"],
    [["plugins", "compute", "type"], "6:20", "6:14"],
    [["plugins", "compute", "config", "memoryLimit"], "6:64", "6:51"],
    [["plugins", "compute", "config", "threads"], "4:27", "4:18"],
    [["plugins", "compute", "config", "path"], "4:36", "4:30"],
    [["sources", 0], "14:5", "14:5"],
    [["sources", 0, "path"], "14:26", "14:20"],
  ])("locateInModule finds %j: its value at %s, its key at %s", (path, value, key) => {
    expect(place(path)).toBe(value);
    expect(place(path, "key")).toBe(key);
  });

  test.each<[string, DocumentPath, string]>([
    ["a missing entry", ["schedule"], "10:30"],
    ["a missing entry further in", ["plugins", "compute", "policy"], "6:3"],
    ["what is imported", ["plugins", "storage", "type"], "7:3"],
    ["what is computed", ["sources", 1, "path"], "13:3"],
    ["what is below a text", ["name", "first"], "11:3"],
  ])("locateInModule answers for %s what is nearest around it", (_, path, expected) => {
    expect(place(path)).toBe(expected);
  });

  test("locateInModule answers the file alone where it cannot read the text, or finds no default export", () => {
    const typed = "const product: object = { name: 1 };\nexport default product;";
    expect(locateInModule(typed, "floe.ts")(["name"])).toEqual({ file: "floe.ts" });
    expect(locateInModule("export default function () {}", "floe.mjs")([])).toEqual({ file: "floe.mjs" });
  });

  test("locateInModule finds the lines of TypeScript that is JavaScript too", () => {
    expect(place(["name"], "value", "\nexport default { name: 1 };", "floe.ts")).toBe("2:24");
  });
});
