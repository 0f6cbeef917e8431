import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { NothingToRunError } from "../../../src/platform/nothing-to-run-error.ts";

test("NothingToRunError names the product and says what to do", () => {
  const error = new NothingToRunError("flights");
  expect(isPluginError(error)).toBe(true);
  expect([error.code, error.message]).toEqual(["FLOE_PLATFORM_NOTHING_TO_RUN", "Cannot run flights: it has no transforms"]);
  expect(error.hint).toContain("under transforms");
});
