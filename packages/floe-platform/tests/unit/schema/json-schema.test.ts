import { expect, test } from "vitest";
import { isJsonObject } from "../../../src/schema/json-schema.ts";

test("isJsonObject tells objects from everything else that JSON has", () => {
  expect([{}, { type: "string" }].every(isJsonObject)).toBe(true);
  expect([null, [], true, 1, "text", undefined].some(isJsonObject)).toBe(false);
});
