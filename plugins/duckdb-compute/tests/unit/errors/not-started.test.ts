import { expect, test } from "vitest";
import { notStarted } from "../../../src/errors/not-started.ts";

test("notStarted says what to do", () => {
  expect(notStarted()).toMatchObject({ code: "FLOE_DUCKDB_NOT_STARTED", hint: expect.stringContaining("Activate") });
});
