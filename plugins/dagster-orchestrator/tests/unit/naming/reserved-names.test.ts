import { expect, test } from "vitest";
import { RESERVED_NAMES } from "../../../src/naming/reserved-names.ts";

test("RESERVED_NAMES holds Dagster's 15 words and Python's 35 keywords", () => {
  expect(RESERVED_NAMES.size).toBe(50);
  for (const name of ["input", "type", "class", "None", "yield"]) expect(RESERVED_NAMES).toContain(name);
});
