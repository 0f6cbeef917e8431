import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { silentLogger, type CompiledArtifacts, type RunEvent, type RunResult } from "floe-core";
import { describe, expect, test } from "vitest";
import schema from "../../../schema/run-record.json" with { type: "json" };
import { openRunRecord } from "../../../src/run/run-record.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const at = "2026-01-01T00:00:00.000Z";
const started = (runId: string): RunEvent => ({ type: "run-started", runId, at, steps: ["daily"] });
const result: RunResult = { runId: "r1", status: "succeeded", startedAt: at, finishedAt: at, steps: [] };

function artifactsAt(root: string): CompiledArtifacts {
  return {
    version: "1.0",
    product: { name: "flights", root },
    plugins: [{ key: "floe.computes:duckdb", package: "p", version: "1.0.0", config: { password: "hunter2" } }],
    transforms: [],
    sources: [{ name: "raw", path: path.join(root, "raw.csv") }],
    hash: "abc",
  };
}

function linesOf(file: string): unknown[] {
  return readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as unknown);
}

describe("openRunRecord", () => {
  test("openRunRecord writes the product, each event as it happens, and the result", () => {
    const root = temporaryFolder();
    const record = openRunRecord(artifactsAt(root), ["daily"], silentLogger);
    const file = path.join(root, ".floe", "runs", "r1.jsonl");
    record.event(started("r1"));
    expect(linesOf(file)).toHaveLength(2);
    record.result(result);
    expect(linesOf(file)).toEqual([
      {
        type: "run",
        version: "1.0",
        runId: "r1",
        product: "flights",
        hash: "abc",
        plugins: [{ key: "floe.computes:duckdb", package: "p", version: "1.0.0" }],
        sources: [{ name: "raw", path: path.join(root, "raw.csv") }],
        select: ["daily"],
      },
      started("r1"),
      { type: "result", ...result },
    ]);
    expect(readFileSync(file, "utf8")).not.toContain("hunter2");
  });

  test("openRunRecord writes a result without events, and no selection where there was none", () => {
    const root = temporaryFolder();
    openRunRecord(artifactsAt(root), undefined, silentLogger).result(result);
    const lines = linesOf(path.join(root, ".floe", "runs", "r1.jsonl"));
    expect(lines).toHaveLength(2);
    expect(lines[0]).not.toHaveProperty("select");
  });

  test("openRunRecord keeps to its folder whatever the run is called", () => {
    const root = temporaryFolder();
    for (const runId of ["../../up", "", "a b"]) openRunRecord(artifactsAt(root), undefined, silentLogger).event(started(runId));
    expect(readdirSync(path.join(root, ".floe", "runs")).sort()).toEqual([".._.._up.jsonl", "_.jsonl", "a_b.jsonl"]);
  });

  test("openRunRecord warns once where it cannot write", () => {
    const root = temporaryFolder();
    writeFileSync(path.join(root, ".floe"), "a file, not a folder");
    const warnings: string[] = [];
    const record = openRunRecord(artifactsAt(root), undefined, { ...silentLogger, warn: (message) => warnings.push(message) });
    record.event(started("r1"));
    record.result(result);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^Cannot write the run record: /);
  });
});

describe("schema/run-record.json", () => {
  const problemsOf = validatorOf(schema);
  const step = { runId: "r1", at, step: "daily" } as const;
  const error = { code: "FLOE_SQL", message: "no such column", hint: "Look at line 3." };
  const everyEvent: readonly RunEvent[] = [
    started("r1"),
    { type: "step-started", ...step },
    { type: "step-finished", ...step, durationMs: 1.5, rows: 3 },
    { type: "step-finished", ...step, durationMs: 1.5 },
    { type: "step-failed", ...step, durationMs: 7, error },
    { type: "step-skipped", ...step, becauseOf: "staged" },
    { type: "step-cancelled", ...step },
    { type: "run-finished", runId: "r1", at, status: "cancelled" },
  ];
  const everyStep: RunResult["steps"] = [
    { name: "staged", status: "succeeded", durationMs: 12, rows: 3 },
    { name: "daily", status: "failed", durationMs: 7, error },
    { name: "routes", status: "skipped", durationMs: 0, skippedBecauseOf: "daily" },
    { name: "late", status: "cancelled", durationMs: 0 },
  ];

  test.each([[["daily"]], [undefined]])("schema/run-record.json takes every line that openRunRecord writes (selection: %j)", (select) => {
    const root = temporaryFolder();
    const record = openRunRecord(artifactsAt(root), select, silentLogger);
    for (const event of everyEvent) record.event(event);
    record.result({ ...result, status: "failed", steps: everyStep });
    const lines = linesOf(path.join(root, ".floe", "runs", "r1.jsonl"));
    expect(lines).toHaveLength(everyEvent.length + 2);
    expect(lines.map(problemsOf)).toEqual(lines.map(() => []));
  });

  test.each([
    ["a member that it does not know", { ...started("r1"), extra: 1 }],
    ["a line of another type", { ...started("r1"), type: "run-paused" }],
    ["a time that is none", { ...started("r1"), at: "yesterday" }],
    ["an unknown ending", { type: "result", ...result, status: "fine" }],
    ["a line without its run", { type: "run-started", at, steps: [] }],
  ])("schema/run-record.json refuses %s", (_, line) => {
    expect(problemsOf(line)).not.toEqual([]);
  });
});
