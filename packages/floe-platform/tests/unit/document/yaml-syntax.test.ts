import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { firstSyntaxErrors } from "../../../src/document/yaml-syntax.ts";

function problemsOf(text: string) {
  return firstSyntaxErrors(parseDocument(text, { prettyErrors: false, logLevel: "error" }), text);
}

describe("firstSyntaxErrors", () => {
  test("firstSyntaxErrors finds nothing wrong with valid YAML", () => {
    expect(problemsOf("a: 1\nb: [2]")).toEqual([]);
  });

  test("firstSyntaxErrors lists every key that is given twice", () => {
    const text = "a: 1\na: 2\nb: { c: 1, c: 2 }";
    expect(problemsOf(text).map(({ offset }) => offset)).toEqual([text.indexOf("a: 2"), text.indexOf("c: 2")]);
    expect(problemsOf(text)[0]?.message).toBe("the key is given twice");
  });

  test("firstSyntaxErrors refuses unknown tags", () => {
    expect(problemsOf("a: !thing 1")).toMatchObject([{ offset: 3, message: "unresolved tag: !thing" }]);
  });

  test("firstSyntaxErrors refuses several documents", () => {
    expect(problemsOf("--- a\n--- b\n")).toMatchObject([{ offset: 6, message: "the file holds several documents" }]);
  });

  test("firstSyntaxErrors leaves out what follows from the first error", () => {
    const text = 'a: { b: ${env:X} }\nc: { d: ${env:Y}, e: "z" }';
    expect(problemsOf(text)).toEqual([
      {
        offset: text.indexOf("{env:X}"),
        message: "an unquoted ${...} inside { } or [ ]",
        remedy: 'Quote it: "${env:NAME}".',
      },
    ]);
  });

  test("firstSyntaxErrors says of values nested too deeply that they are, and nothing else", () => {
    expect(problemsOf(`a: ${"[".repeat(20_000)}`)).toMatchObject([{ offset: 0, message: "values are nested too deeply to be read" }]);
  });

  test("firstSyntaxErrors passes on what the parser says of anything else", () => {
    expect(problemsOf("a: [1, 2\nb: 3")[0]?.message).toMatch(/^flow sequence in block collection/);
  });
});
