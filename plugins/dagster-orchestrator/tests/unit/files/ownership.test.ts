import { expect, test } from "vitest";
import { OWNERSHIP, YAML_MARKER } from "../../../src/files/ownership.ts";

test("OWNERSHIP knows files by their first line or their members", () => {
  expect(OWNERSHIP["definitions.py"](`${YAML_MARKER}\r\nrest`)).toBe(true);
  expect(OWNERSHIP["definitions.py"](`\n${YAML_MARKER}`)).toBe(false);
  expect(OWNERSHIP["workspace.yaml"]("load_from: []")).toBe(false);
  for (const text of ["", "{", "[]", "null", '{"version":"1.0"}', "{}"]) {
    expect(OWNERSHIP["floe.json"](text)).toBe(false);
    expect(OWNERSHIP["artifacts.json"](text)).toBe(false);
  }
});
