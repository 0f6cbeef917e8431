import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { DagsterPipesError } from "../../../src/errors/dagster-pipes-error.ts";

test("DagsterPipesError says what cannot be done, why, and what to do", () => {
  const cause = new Error("EPIPE");
  const error = new DagsterPipesError({ noun: "the Pipes messages", reason: "closed", hint: "Keep it open.", cause });
  expect(isPluginError(error)).toBe(true);
  expect(error).toMatchObject({
    name: "DagsterPipesError",
    code: "FLOE_DAGSTER_PIPES",
    message: "Cannot use the Pipes messages: closed",
    hint: "Keep it open.",
    cause,
  });
});
