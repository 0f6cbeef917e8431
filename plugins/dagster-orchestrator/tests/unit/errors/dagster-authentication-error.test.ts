import { expect, test } from "vitest";
import { DagsterAuthenticationError } from "../../../src/errors/dagster-authentication-error.ts";

test("DagsterAuthenticationError names what was asked, and why it was refused", () => {
  const error = new DagsterAuthenticationError({ url: "http://dagster.test", operation: "FloeRunState", reason: "the server answered 401", hint: "Set the token." });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_AUTHENTICATION", url: "http://dagster.test", operation: "FloeRunState", hint: "Set the token." });
  expect(error.message).toBe("Cannot ask Dagster at http://dagster.test for FloeRunState: the server answered 401");
});
