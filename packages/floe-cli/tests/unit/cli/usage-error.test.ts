import { expect, test } from "vitest";
import { UsageError } from "../../../src/cli/usage-error.ts";

test("UsageError carries what was printed, without the word in front", () => {
  const error = new UsageError("error: unknown option '--bogus'");
  expect([error.code, error.message]).toEqual(["FLOE_USAGE", "unknown option '--bogus'"]);
});
