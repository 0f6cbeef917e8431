import { expect, test } from "vitest";
import { DagsterUnavailableError } from "../../../src/errors/dagster-unavailable-error.ts";

test("DagsterUnavailableError names the address, and what to do", () => {
  const error = new DagsterUnavailableError({ url: "http://dagster.test", reason: "no connection (ECONNREFUSED)", isUnsent: true });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE", url: "http://dagster.test", isUnsent: true, runId: undefined });
  expect(error.message).toBe("Cannot reach Dagster at http://dagster.test: no connection (ECONNREFUSED)");
  expect(error.hint).toContain("dagster dev");
});

test("DagsterUnavailableError names the run that is no longer followed", () => {
  const error = new DagsterUnavailableError({ url: "http://dagster.test", reason: "no answer", runId: "one", hint: "Look there." });
  expect(error.message).toBe("Cannot follow run one of Dagster at http://dagster.test: no answer");
  expect(error).toMatchObject({ runId: "one", isUnsent: false, hint: "Look there." });
});
