import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { readRecords, type LogRecord } from "../../../src/step/read-records.ts";

async function recordsOf(...pieces: readonly string[]): Promise<readonly LogRecord[]> {
  const records: LogRecord[] = [];
  for await (const record of readRecords(Readable.from(pieces))) records.push(record);
  return records;
}

describe("readRecords", () => {
  test("tells levels by their marks, which it leaves out", async () => {
    expect(await recordsOf("debug: a\ninfo: b\nwarn: c\nerror: d\n", "e\n")).toEqual([
      { level: "DEBUG", message: "a", text: "debug: a\n" },
      { level: "INFO", message: "b", text: "info: b\n" },
      { level: "WARNING", message: "c", text: "warn: c\n" },
      { level: "ERROR", message: "d", text: "error: d\n" },
      { level: "INFO", message: "e", text: "e\n" },
    ]);
  });

  test("keeps together what arrives together", async () => {
    expect(await recordsOf("warn: a\n  hint\n\nLINE 1\nerror: b\n")).toEqual([
      { level: "WARNING", message: "a\n  hint\n\nLINE 1", text: "warn: a\n  hint\n\nLINE 1\n" },
      { level: "ERROR", message: "b", text: "error: b\n" },
    ]);
  });

  test("waits for the end of a line, and takes the end of everything for one", async () => {
    expect(await recordsOf("war", "n: a", "\nla", "st")).toEqual([
      { level: "WARNING", message: "a", text: "warn: a\n" },
      { level: "INFO", message: "last", text: "last\n" },
    ]);
  });

  test("makes nothing of nothing", async () => {
    expect(await recordsOf()).toEqual([]);
  });
});
