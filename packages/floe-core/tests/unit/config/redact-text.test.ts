import fc from "fast-check";
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

  test("redactText masks a secret of any length, alone and beside short ones", () => {
    const long = "certificate.".repeat(10_000);
    expect(redactText(`a ${long} b`, [long])).toBe("a [secret] b");
    expect(redactText(`alpha ${long} b`, ["alpha", long])).toBe("[secret] [secret] b");
    expect(redactorFor([long]).holdsSecret(`a ${long}`)).toBe(true);
    expect(redactorFor([long]).holdsSecret("a certificate.")).toBe(false);
    expect(redactorFor([long, "alpha"]).holdsSecret("alpha")).toBe(true);
  });

  test("redactText masks no part of its own mask", () => {
    const long = "certificate.".repeat(100);
    const longer = `${long}[secret]${long}`;
    const secrets = ["secret", "a", "[", long, longer];
    expect(redactText(`secret ${long} b`, secrets)).toBe("[secret] [secret] b");
    expect(redactText(`a${long}a ${longer}${long}`, secrets)).toBe("[secret][secret][secret] [secret][secret]");
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
  test("spellingsOf lists a text as it is, in JSON, in JSON inside of JSON and in URLs, each once", () => {
    expect(spellingsOf('a"b')).toEqual(['a"b', 'a\\"b', 'a\\\\\\"b', "a%22b"]);
    expect(spellingsOf("plain_text-1.0")).toEqual(["plain_text-1.0"]);
  });

  test.each<[string, (secret: string) => string]>([
    ["JSON", (secret) => JSON.stringify({ secret })],
    ["JSON inside of JSON", (secret) => JSON.stringify({ body: JSON.stringify({ secret }) })],
    ["a URL's component", (secret) => encodeURIComponent(secret)],
    ["a URI", (secret) => encodeURI(secret)],
    ["a form", (secret) => String(new URLSearchParams({ secret }))],
    ["a URL's path", (secret) => setIn((url) => (url.pathname = `/p/${secret}`))],
    ["a URL's query", (secret) => setIn((url) => (url.search = `q=${secret}`))],
    ["another scheme's query", (secret) => setIn((url) => (url.search = `q=${secret}`), "db://host")],
    ["a URL's query, as a component", (secret) => setIn((url) => (url.search = `q=${encodeURIComponent(secret)}`))],
    ["a URL's query, as a URI", (secret) => setIn((url) => (url.search = `q=${encodeURI(secret)}`))],
    ["a URL's fragment", (secret) => setIn((url) => (url.hash = secret))],
    ["a URL's password", (secret) => setIn((url) => (url.password = secret))],
    ["a URL as a whole", (secret) => new URL(`https://host/${secret}/end`).href],
  ])("spellingsOf knows how a text is written in %s", (_, write) => {
    // A path with "\" or "/../" in it is another path once it is parsed.
    const unit = fc.constantFrom(..."az09 &+%'`^|~!*()[]{}<>:;=@$,\"äß日😀".split(/(?:)/u));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const secret = `q7z${text}q7z`;
        expect(redactText(write(secret), [secret])).toContain("[secret]");
        expect(redactText(write(secret), [secret])).not.toContain("q7z");
      }),
    );
  });
});

function setIn(change: (url: URL) => void, base = "https://host"): string {
  const url = new URL(base);
  change(url);
  return url.href;
}
