import { describe, expect, test } from "vitest";
import { nearest } from "../../../src/text/nearest.ts";

describe("nearest", () => {
  test.each<[string, string, string]>([
    ["a letter too few", "dukdb", "duckdb"],
    ["a letter too many", "duckkdb", "duckdb"],
    ["a wrong letter", "dackdb", "duckdb"],
    ["two letters swapped", "dcukdb", "duckdb"],
    ["another case", "DuckDB", "duckdb"],
    ["a wrong ending", "spork", "spark"],
    ["the word itself", "spark", "spark"],
  ])("nearest finds the candidate behind %s", (_, word, expected) => {
    expect(nearest(word, ["postgres", "duckdb", "spark"])).toBe(expected);
  });

  test.each<[string, string]>([
    ["another word", "mysql"],
    ["a short word with two wrong letters", "ab"],
    ["an empty word", ""],
  ])("nearest finds nothing for %s", (_, word) => {
    expect(nearest(word, ["duckdb", "xy"])).toBeUndefined();
  });

  test("nearest permits one edit in three letters, and never more than three", () => {
    expect(nearest("abxxef", ["abcdef"])).toBe("abcdef");
    expect(nearest("axxxef", ["abcdef"])).toBeUndefined();
    expect(nearest("abcdefghijxxx", ["abcdefghijklm"])).toBe("abcdefghijklm");
    expect(nearest("abcdefghixxxx", ["abcdefghijklm"])).toBeUndefined();
  });

  test("nearest prefers fewer edits, then the alphabet, whatever the order of the candidates", () => {
    expect(nearest("abcd", ["abxx", "abcx"])).toBe("abcx");
    expect(nearest("abcd", ["abcy", "abcx"])).toBe("abcx");
    expect(nearest("abcd", new Set(["abcx", "abcy"]))).toBe("abcx");
  });

  test("nearest compares no words of more than 100 letters", () => {
    expect(nearest("a".repeat(101), ["a".repeat(101)])).toBeUndefined();
    expect(nearest("a".repeat(100), ["a".repeat(101)])).toBe("a".repeat(101));
  });

  test("nearest of no candidates is none", () => {
    expect(nearest("a", [])).toBeUndefined();
  });
});
