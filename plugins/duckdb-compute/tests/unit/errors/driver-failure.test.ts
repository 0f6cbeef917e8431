import { describe, expect, test } from "vitest";
import { readDriverFailure } from "../../../src/errors/driver-failure.ts";

const json = '{"exception_type":"Binder","exception_message":"no\\nsuch column","position":"14"}';

describe("readDriverFailure", () => {
  test.each([
    ["JSON", json, { type: "Binder", message: "no such column", offset: { offset: 14, unit: "bytes" } }],
    ["JSON after words of the driver", `Parser Error: ${json}`, { type: "Binder", message: "no such column", offset: { offset: 14, unit: "bytes" } }],
    [
      "JSON of a syntax error",
      '{"exception_type":"Parser","exception_message":"no","error_subtype":"SYNTAX_ERROR","position":"3"}',
      { type: "Parser", message: "no", offset: { offset: 3, unit: "characters" } },
    ],
    ["JSON without a place", '{"exception_type":"IO","exception_message":"gone"}', { type: "IO", message: "gone", offset: undefined }],
    ["JSON with an odd message and place", '{"exception_type":"IO","exception_message":1,"position":"x"}', { type: "IO", message: "", offset: undefined }],
    ["broken JSON", '{"exception_type":', { type: "Driver", message: '{"exception_type":', offset: undefined }],
    ["plain text", "IO Error: Could not set lock", { type: "IO", message: "Could not set lock", offset: undefined }],
    ["plain text of several words", "Out of Memory Error: no room\n\nPossible solutions:\n* x", { type: "Out of Memory", message: "no room", offset: undefined }],
    ["plain text after words of the driver", "Failed to bind value: Invalid Input Error: too many", { type: "Invalid Input", message: "too many", offset: undefined }],
    ["the driver's own words", "Failed to set config", { type: "Driver", message: "Failed to set config", offset: undefined }],
  ])("reads %s", (_what, text, expected) => {
    expect(readDriverFailure(new Error(text))).toEqual(expected);
  });

  test("leaves out DuckDB's excerpt of the statement", () => {
    const text = "Parser Error: syntax error\n\nLINE 1: CREATE SECRET (SECRET 'hunter2')\n   ^";
    expect(readDriverFailure(new Error(text)).message).toBe("syntax error");
  });

  test("reads whatever else was thrown", () => {
    expect(readDriverFailure("so")).toEqual({ type: "Driver", message: "so", offset: undefined });
  });
});
