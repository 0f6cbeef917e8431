import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderOutcome } from "../../../src/render/render-outcome.ts";

const met = { dependency: "duckdb", range: null, optional: false, status: "ready", found: null, nearest: null } as const;

test.each([
  [met, ["floe.computes:duckdb"], "duckdb = floe.computes:duckdb"],
  [{ ...met, dependency: "floe.computes:duckdb" }, ["floe.computes:duckdb"], "floe.computes:duckdb"],
  [{ ...met, range: "^1", optional: true }, ["floe.computes:duckdb"], "duckdb ^1 = floe.computes:duckdb (optional)"],
  [{ ...met, status: "missing", nearest: "duckbd" } as const, [], 'duckdb: missing, did you mean "duckbd"?'],
  [{ ...met, status: "missing", optional: true } as const, [], "duckdb (optional): not there"],
  [{ ...met, status: "ambiguous" } as const, ["a:duckdb", "b:duckdb"], "duckdb: ambiguous, it may be a:duckdb or b:duckdb"],
  [
    { ...met, status: "version_conflict", range: "^2" } as const,
    ["floe.computes:duckdb"],
    "duckdb ^2 = floe.computes:duckdb: version conflict, an unknown version is there",
  ],
])("renderOutcome says in one line what became of %j", (outcome, plugins, line) => {
  expect(renderOutcome(outcome, plugins, plainTheme)).toBe(line);
});
