import { expect, test } from "vitest";
import { CodeLocationError } from "../../../src/errors/code-location-error.ts";

test("CodeLocationError names the file, and what to do", () => {
  const error = new CodeLocationError({ verb: "replace", file: "/x/floe.json", reason: "floe did not make it", hint: "Move it away." });
  expect(error).toMatchObject({
    code: "FLOE_DAGSTER_CODE_LOCATION",
    message: "Cannot replace /x/floe.json: floe did not make it",
    hint: "Move it away.",
    file: "/x/floe.json",
  });
});
