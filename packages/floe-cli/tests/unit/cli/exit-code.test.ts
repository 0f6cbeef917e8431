import { expect, test } from "vitest";
import { ExitCode } from "../../../src/cli/exit-code.ts";

test("ExitCode keeps the documented numbers", () => {
  expect(ExitCode).toEqual({ OK: 0, FAILED: 1, USAGE: 2, INVALID_PLATFORM: 3, INTERRUPTED: 130, TERMINATED: 143 });
});
