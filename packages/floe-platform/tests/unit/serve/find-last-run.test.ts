import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findLastRun } from "../../../src/serve/find-last-run.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

interface RecordFile {
  readonly name: string;
  /** Seconds since 1970: the later, the newer. */
  readonly changed: number;
  readonly lines: readonly (object | string)[];
}

function recordOf(at: string, changed: number, head: object = {}): RecordFile {
  const lines = [{ type: "run", product: "flights", ...head }, { type: "run-started", at, steps: [] }, { type: "result" }];
  return { name: `${changed}.jsonl`, changed, lines };
}

/** A folder with these records in it. */
function rootWith(...records: readonly RecordFile[]): string {
  const root = temporaryFolder();
  const folder = path.join(root, ".floe", "runs");
  mkdirSync(folder, { recursive: true });
  for (const { name, changed, lines } of records) {
    const file = path.join(folder, name);
    writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : `${JSON.stringify(line)}\n`)).join(""));
    utimesSync(file, changed, changed);
  }
  return root;
}

const early = "2026-01-01T06:00:00.000Z";
const late = "2026-01-02T06:00:00.000Z";

describe("findLastRun", () => {
  test("findLastRun takes the record that was written last, whatever its name", async () => {
    expect(await findLastRun(rootWith(recordOf(early, 10), recordOf(late, 9)), "flights")).toEqual(new Date(early));
    expect(await findLastRun(rootWith(recordOf(early, 9), recordOf(late, 10)), "flights")).toEqual(new Date(late));
  });

  test("findLastRun passes over other products and runs of single transforms", async () => {
    const root = rootWith(recordOf(early, 1), recordOf(late, 2, { product: "weather" }), recordOf(late, 3, { select: ["daily"] }));
    expect(await findLastRun(root, "flights")).toEqual(new Date(early));
  });

  test.each<[string, RecordFile["lines"]]>([
    ["empty", []],
    ["cut off in its first line", ['{"type":"run","prod']],
    ["cut off after its first line", [{ type: "run", product: "flights" }]],
    ["no object", ["null\n", "null\n"]],
    ["of another kind", [{ type: "run", product: "flights" }, { type: "result", at: late }]],
    ["without a time", [{ type: "run", product: "flights" }, { type: "run-started", at: "yesterday" }]],
  ])("findLastRun passes over a record that is %s", async (_, lines) => {
    expect(await findLastRun(rootWith(recordOf(early, 1), { name: "broken.jsonl", changed: 2, lines }), "flights")).toEqual(new Date(early));
  });

  test("findLastRun passes over what is no record", async () => {
    const root = rootWith(recordOf(early, 1), { ...recordOf(late, 2), name: "notes.txt" });
    mkdirSync(path.join(root, ".floe", "runs", "folder.jsonl"));
    expect(await findLastRun(root, "flights")).toEqual(new Date(early));
  });

  test("findLastRun finds nothing where there are no records", async () => {
    expect(await findLastRun(temporaryFolder(), "flights")).toBeUndefined();
    expect(await findLastRun(rootWith(), "flights")).toBeUndefined();
  });

  test("findLastRun looks into the 100 newest records and no further", async () => {
    const others = Array.from({ length: 99 }, (_, index) => recordOf(late, index + 10, { select: ["daily"] }));
    expect(await findLastRun(rootWith(recordOf(early, 1), ...others), "flights")).toEqual(new Date(early));
    expect(await findLastRun(rootWith(recordOf(early, 1), recordOf(late, 2, { select: [] }), ...others), "flights")).toBeUndefined();
  });
});
