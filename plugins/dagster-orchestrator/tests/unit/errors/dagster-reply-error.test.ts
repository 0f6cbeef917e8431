import { expect, test } from "vitest";
import { DagsterReplyError } from "../../../src/errors/dagster-reply-error.ts";

test("DagsterReplyError names what was asked, and has a remedy of its own", () => {
  const error = new DagsterReplyError({ url: "http://dagster.test", operation: "FloeRunState", reason: "it is not JSON" });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_REPLY", url: "http://dagster.test", operation: "FloeRunState" });
  expect(error.message).toBe("Cannot read the reply of http://dagster.test to FloeRunState: it is not JSON");
  expect(error.hint).toContain("url");
});
