import { expect, test } from "vitest";
import { StalledError } from "../../../src/cli/stalled-error.ts";

test("StalledError says who is to blame", () => {
  expect(new StalledError()).toMatchObject({ name: "StalledError", message: expect.stringMatching(/^Cannot finish .*a plugin/) });
});
