import { expect, test } from "vitest";
import { runDocument } from "../../../src/json/run-document.ts";
import { failed, health, plugins, shutdown, startup, succeeded } from "../../support/results.ts";

const outcome = { name: "flights", file: "floe.yaml", hash: "abc", plugins, startup, health, run: succeeded, shutdown, durationMs: 9 };

test("runDocument carries product, plugins, health, run and shutdown", () => {
  const document = runDocument(outcome);
  expect(document).toEqual({
    version: "1.0",
    command: "run",
    ok: true,
    product: { name: "flights", file: "floe.yaml", hash: "abc" },
    plugins: [
      { key: "floe.computes:duckdb", version: "1.2.3", package: "floe-duckdb-compute" },
      { key: "floe.orchestrators:local", version: "2.0.0", package: null },
    ],
    startup,
    health,
    run: succeeded,
    shutdown,
    durationMs: 9,
  });
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test("runDocument is not ok unless the run succeeded", () => {
  expect(runDocument({ ...outcome, run: failed }).ok).toBe(false);
  expect(runDocument({ ...outcome, run: { ...succeeded, status: "cancelled" } }).ok).toBe(false);
});
