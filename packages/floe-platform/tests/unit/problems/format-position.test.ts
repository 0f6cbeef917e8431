import { expect, test } from "vitest";
import { formatPosition } from "../../../src/problems/format-position.ts";

test("formatPosition writes as much as is known", () => {
  expect(formatPosition({ file: "floe.yaml", line: 3, column: 5 })).toBe("floe.yaml:3:5");
  expect(formatPosition({ file: "floe.yaml", line: 3 })).toBe("floe.yaml:3");
  expect(formatPosition({ file: "floe.yaml" })).toBe("floe.yaml");
  expect(formatPosition({ line: 3, column: 5 })).toBe("");
});
