import { expect, test } from "vitest";
import { startReportDocument } from "../../../src/json/start-report-document.ts";
import { halfStarted, startup } from "../../support/results.ts";

test("startReportDocument carries the report, and is as ok as it is", () => {
  expect(startReportDocument(startup)).toEqual({ version: "1.0", command: "run", ok: true, startup });
  expect(startReportDocument(halfStarted).ok).toBe(false);
});
