import { secret } from "floe-core/config";
import { expect, test } from "vitest";
import { revealed } from "../../../src/config/revealed.ts";

test("revealed gives the value of a hidden setting, and any other as it is", () => {
  expect(revealed(secret().parse("hunter2"))).toBe("hunter2");
  expect(["a", 1, false].map(revealed)).toEqual(["a", 1, false]);
});
