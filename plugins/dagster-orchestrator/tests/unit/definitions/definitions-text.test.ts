import { expect, test } from "vitest";
import { definitionsText } from "../../../src/definitions/definitions-text.ts";

test("definitionsText is a Python module that is known for floe's by its first line", () => {
  const [first, second] = definitionsText().split("\n");
  expect(first).toBe("# Made by floe-dagster-orchestrator: making it again replaces this file.");
  expect(second).toMatch(/^"""/);
  expect(definitionsText()).toContain("\ndefs = make_definitions()\n");
});
