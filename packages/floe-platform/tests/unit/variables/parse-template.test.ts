import { describe, expect, test } from "vitest";
import { parseTemplate } from "../../../src/variables/parse-template.ts";

const env = (name: string, fallback?: string) => ({ reference: { scheme: "env", name, fallback } });

describe("parseTemplate", () => {
  test.each([
    ["plain text", ["plain text"]],
    ["", [""]],
    ["$HOME { } $", ["$HOME { } $"]],
    ["${env:HOME}", [env("HOME")]],
    ["${env:A}${env:_B2}", [env("A"), env("_B2")]],
    ["a-${env:A}-b", ["a-", env("A"), "-b"]],
    ["${env:A:-}", [env("A", "")]],
    ["${env:A:-a b:-c}", [env("A", "a b:-c")]],
    ["${env:A:-line\nbreak}", [env("A", "line\nbreak")]],
    ["${secret:db/password}", [{ reference: { scheme: "secret", name: "db/password", fallback: undefined } }]],
    ["$${env:A}", ["${", "env:A}"]],
    ["x$${y}${env:A}", ["x", "${", "y}", env("A")]],
  ])("parseTemplate splits %j", (text, pieces) => {
    expect(parseTemplate(text)).toEqual(pieces);
  });

  test.each([
    ["${env:A", "the reference is not closed", undefined],
    ["${}", "${} is not a reference", undefined],
    ["${HOME}", "${HOME} is not a reference", undefined],
    ["${env:}", "${env:} is not a reference", undefined],
    ["${env:1A}", "${env:1A} is not a reference", undefined],
    ["${env:A:default}", "${env:A:default} is not a reference", undefined],
    ["${secret:}", "${secret:} is not a reference", undefined],
    ["${evn:A}", "${evn:A} is not a reference", "env"],
    ["${secrets:a}", "${secrets:a} is not a reference", "secret"],
    ["${vault-path:a}", "${vault-path:a} is not a reference", undefined],
  ])("parseTemplate takes %j for a mistake", (text, message, nearest) => {
    expect(parseTemplate(text)).toEqual([
      { bad: { text, message, remedy: expect.any(String) as string, ...(nearest === undefined ? {} : { nearest }) } },
    ]);
  });
});
