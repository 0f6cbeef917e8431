import type { DiscoveryReport } from "floe-core";
import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderDiscoveryNotes } from "../../../src/render/render-discovery-notes.ts";

const report: Pick<DiscoveryReport, "skipped" | "conflicts"> = {
  conflicts: [{ key: "floe.computes:a", candidates: [], message: "a is offered twice", remedy: "Prefer one." }],
  skipped: [
    { code: "entry_not_found", package: "b", file: "f", path: "p", expected: "e", found: "f", message: "b has no file", remedy: "Build it." },
    { code: "source_failed", package: "c", file: "", path: "", expected: "", found: "", message: "c failed", remedy: "" },
  ],
};

test("renderDiscoveryNotes tells of conflicts, then of what was skipped", () => {
  expect(renderDiscoveryNotes(report, plainTheme).split("\n")).toEqual([
    "conflict: a is offered twice",
    "  Prefer one.",
    "skipped: b has no file",
    "  Build it.",
    "skipped: c failed",
  ]);
});

test("renderDiscoveryNotes says nothing where all is well", () => {
  expect(renderDiscoveryNotes({ skipped: [], conflicts: [] }, plainTheme)).toBe("");
});
