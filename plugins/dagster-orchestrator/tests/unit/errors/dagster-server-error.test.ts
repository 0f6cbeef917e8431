import { expect, test } from "vitest";
import { DagsterServerError } from "../../../src/errors/dagster-server-error.ts";

test("DagsterServerError names what was asked, the class of the error and the status", () => {
  const error = new DagsterServerError({ url: "http://dagster.test", operation: "FloeRunState", status: 500, className: "KeyError", reason: "KeyError: 'a'" });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_SERVER", operation: "FloeRunState", status: 500, className: "KeyError", url: "http://dagster.test" });
  expect(error.message).toBe("Cannot get FloeRunState from Dagster at http://dagster.test: KeyError: 'a'");
  expect(error.hint).toContain("webserver");
});
