import { describe, expect, test } from "vitest";
import { redactorFor, redactText, spellingsOf } from "../../../src/config/redact-text.ts";

describe("redactText", () => {
  test("redactText masks every occurrence of every secret", () => {
    expect(redactText("alpha, then bravo, then alpha", ["alpha", "bravo"])).toBe("[secret], then [secret], then [secret]");
  });

  test("redactText masks the longer of two secrets that begin alike", () => {
    expect(redactText("hunter22 hunter2", ["hunter2", "hunter22"])).toBe("[secret] [secret]");
  });

  test("redactText takes pattern characters literally", () => {
    expect(redactText("a.*b(c)[d]$^|{}\\ and axxb", ["a.*b(c)[d]$^|{}\\"])).toBe("[secret] and axxb");
  });

  test("redactText masks a secret as JSON and URLs write it", () => {
    const secret = 'p@ss "word"/1';
    const text = `${JSON.stringify({ secret })} postgres://u:${encodeURIComponent(secret)}@host`;
    expect(redactText(text, [secret])).toBe('{"secret":"[secret]"} postgres://u:[secret]@host');
  });

  test("redactText masks a short secret only where it stands alone", () => {
    expect(redactText('cannot use "no": no', ["no"])).toBe('cannot use "[secret]": [secret]');
  });

  test("redactText masks a longer secret inside of words too", () => {
    expect(redactText("xxalphaxx", ["alpha"])).toBe("xx[secret]xx");
  });

  test("redactText changes nothing without secrets, and ignores empty ones", () => {
    expect(redactText("alpha", [])).toBe("alpha");
    expect(redactText("alpha", [""])).toBe("alpha");
  });

  test("redactText copes with half a surrogate pair", () => {
    expect(redactText("a \ud800bcd e", ["\ud800bcd"])).toBe("a [secret] e");
  });
});

describe("redactorFor", () => {
  test("redactorFor answers whether a text holds a secret, each time anew", () => {
    const redactor = redactorFor(["alpha"]);
    expect([redactor.holdsSecret("an alpha"), redactor.holdsSecret("an alpha"), redactor.holdsSecret("none")]).toEqual([
      true,
      true,
      false,
    ]);
    expect(redactorFor([]).holdsSecret("alpha")).toBe(false);
  });
});

describe("spellingsOf", () => {
  test("spellingsOf lists a text as it is, in JSON and in URLs", () => {
    expect(spellingsOf('a"b')).toEqual(['a"b', 'a\\"b', "a%22b"]);
  });
});
