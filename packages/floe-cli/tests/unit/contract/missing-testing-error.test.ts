import { expect, test } from "vitest";
import { MissingTestingError } from "../../../src/contract/missing-testing-error.ts";

test("MissingTestingError says what to install, under a code of its own", () => {
  expect(new MissingTestingError(new Error("gone")).toJSON()).toMatchObject({
    code: "FLOE_TESTING_NOT_INSTALLED",
    message: "Cannot try the contract: the package floe-testing is not installed",
    hint: expect.stringContaining("npm install --save-dev floe-testing"),
  });
});
