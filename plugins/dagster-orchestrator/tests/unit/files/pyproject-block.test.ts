import { describe, expect, test } from "vitest";
import { placePyprojectBlock, pyprojectBlock } from "../../../src/files/pyproject-block.ts";

const block = pyprojectBlock("shop");

test("pyprojectBlock is a table between markers", () => {
  expect(block.split("\n").slice(1, 4)).toEqual(["[tool.dagster]", 'module_name = "definitions"', 'code_location_name = "shop"']);
});

describe("placePyprojectBlock", () => {
  test.each([
    ["nothing", "", block],
    ["what ends without a line end", "[project]", `[project]\n\n${block}`],
    ["what ends with one", "[tool.ruff]\r\nx = 1\r\n", `[tool.ruff]\r\nx = 1\r\n\n${block}`],
  ])("adds the block to %s", (_, existing, text) => expect(placePyprojectBlock(existing, block)).toEqual({ text }));

  test("replaces its own block and keeps every other byte", () => {
    const existing = `# a\n\n${pyprojectBlock("old")}\n[tool.ruff]\r\n`;
    expect(placePyprojectBlock(existing, block)).toEqual({ text: `# a\n\n${block}\n[tool.ruff]\r\n` });
  });

  test("leaves a file with the very block as it is", () => {
    expect(placePyprojectBlock(`x = 1\n${block}`, block)).toEqual({ text: `x = 1\n${block}` });
  });

  test.each([
    "[tool.dagster]\nmodule_name = 'x'\n",
    "x = 1\n  [ tool . \"dagster\" ]\n",
    "[tool.dagster.sub]\n",
    "[tool]\nother = 1\ndagster.module_name = 'x'\n",
    "[tool]\ndagster = { module_name = 'x' }\n",
    "tool.dagster.module_name = 'x'\n",
    "tool = { dagster = {} }\n",
  ])("refuses a table of its own: %j", (existing) => {
    expect(placePyprojectBlock(existing, block)).toEqual({ reason: "it has a [tool.dagster] of its own" });
    expect(placePyprojectBlock(`${block}${existing}`, block)).toEqual({ reason: "it has a [tool.dagster] of its own" });
  });

  test.each(["[tool.dagster-cloud]\n", "[tool.dg.project]\n", "[tool]\nx = 1\n[dagster]\ny = 1\n", "# [tool.dagster]\n", "[project]\ndagster = 1\n"])(
    "minds no other table: %j",
    (existing) => expect(placePyprojectBlock(existing, block)).toEqual({ text: `${existing}\n${block}` }),
  );

  test("refuses half a block", () => {
    const [begin = "", ...rest] = block.split("\n");
    expect(placePyprojectBlock(begin, block)).toEqual({ reason: "one of the two markers of floe's block is missing" });
    expect(placePyprojectBlock(rest.join("\n"), block)).toEqual({ reason: "one of the two markers of floe's block is missing" });
  });
});
