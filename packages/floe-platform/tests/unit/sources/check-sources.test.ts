import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkSources } from "../../../src/sources/check-sources.ts";
import { problemsOf, readerOf } from "../../support/reader-of.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("checkSources makes paths absolute", () => {
  const root = temporaryFolder({ "data/raw.csv": "a\n1" });
  const reader = readerOf("sources: [{ name: raw, path: data/raw.csv }]");
  const sources = checkSources(reader, [{ name: "raw", path: "data/raw.csv", at: ["sources", 0] }], root);
  expect(sources).toEqual([{ name: "raw", path: path.join(root, "data/raw.csv") }]);
  expect(problemsOf(reader)).toEqual([]);
});

test("checkSources reports files that are missing, no file or unreadable, and keeps the sources", () => {
  const root = temporaryFolder();
  mkdirSync(path.join(root, "folder"));
  symlinkSync("loop", path.join(root, "loop"));
  const names = ["missing", "folder", "loop"];
  const reader = readerOf(`sources:\n${names.map((name) => `  - { name: ${name}, path: ${name} }`).join("\n")}`);
  const entries = names.map((name, index) => ({ name, path: name, at: ["sources", index] }));
  expect(checkSources(reader, entries, root)).toHaveLength(3);
  const problems = problemsOf(reader);
  expect(problems.map(({ code, line, path: at }) => [code, line, at])).toEqual([
    ["source_not_found", 2, "sources[0].path"],
    ["source_not_found", 3, "sources[1].path"],
    ["source_not_found", 4, "sources[2].path"],
  ]);
  expect(problems.map(({ message }) => message.replace(/^.*from /, ""))).toEqual([
    "missing: it does not exist",
    "folder: it is not a file",
    expect.stringMatching(/^loop: ELOOP/),
  ]);
});
