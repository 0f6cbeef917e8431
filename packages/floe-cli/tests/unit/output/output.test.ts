import { describe, expect, test } from "vitest";
import { Output } from "../../../src/output/output.ts";
import { fakeHost } from "../../support/fake-host.ts";

function printAll(options: { json?: boolean; quiet?: boolean }): { out: string; err: string } {
  const host = fakeHost();
  const output = new Output(host, { json: false, quiet: false, color: true, ...options });
  output.result("result");
  output.detail("detail");
  output.json({ a: 1 });
  output.note("note");
  output.failure("failure");
  return { out: host.out(), err: host.err() };
}

describe("Output", () => {
  test("Output prints results to standard output and the rest to standard error", () => {
    expect(printAll({})).toEqual({ out: "result\ndetail\n", err: "note\nfailure\n" });
  });

  test("Output prints results and failures only when quiet", () => {
    expect(printAll({ quiet: true })).toEqual({ out: "result\n", err: "failure\n" });
  });

  test("Output prints JSON in place of text", () => {
    expect(printAll({ json: true })).toEqual({ out: '{\n  "a": 1\n}\n', err: "note\nfailure\n" });
    expect(printAll({ json: true, quiet: true })).toEqual({ out: '{\n  "a": 1\n}\n', err: "failure\n" });
  });

  test("Output has colours for each stream of its own", () => {
    const host = fakeHost({ isTTY: true });
    const output = new Output({ ...host, stdout: fakeHost().stdout }, { json: false, quiet: false, color: true });
    expect(output.theme.red("x")).toBe("x");
    expect(output.errorTheme.red("x")).not.toBe("x");
    output.failure(output.errorTheme.red("x"));
    expect(host.err()).toBe("\u001B[31mx\u001B[39m\n");
  });

  test("Output lets nothing through that commands a terminal, on either stream, as text or as JSON", () => {
    const evil = "\u001B]0;title\u0007\u009B2J";
    for (const json of [false, true]) {
      const host = fakeHost({ isTTY: true });
      const output = new Output(host, { json, quiet: false, color: true });
      const lines: string[] = [];
      output.result(evil);
      output.json({ evil });
      output.jsonLine({ evil });
      output.failure(evil);
      output.redirect((line) => lines.push(line));
      output.note(evil);
      const escaped = "\\u001B]0;title\\u0007\\u009B2J";
      expect(host.err()).toBe(`${escaped}\n`);
      expect(lines).toEqual([escaped]);
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      expect(host.out()).not.toMatch(/[\u001B\u0007\u009B]/);
      expect(host.out()).toContain("title");
    }
  });

  test("redactWith masks everything that is written from then on, and keeps JSON what it is", () => {
    for (const json of [false, true]) {
      const host = fakeHost();
      const output = new Output(host, { json, quiet: false, color: true });
      const lines: string[] = [];
      output.failure("s3cret");
      output.redactWith((text) => text.replaceAll(/s3cret|null/g, "[secret]"));
      output.result("a s3cret");
      output.json({ a: ["s3cret"], b: new URL("https://me:s3cret@host/"), c: null });
      output.failure("b s3cret");
      output.redirect((line) => lines.push(line));
      output.note("c s3cret");
      expect(host.err()).toBe("s3cret\nb [secret]\n");
      expect(lines).toEqual(["c [secret]"]);
      expect(output.written("d s3cret\u001B")).toBe("d [secret]\\u001B");
      if (json) expect(JSON.parse(host.out())).toEqual({ a: ["[secret]"], b: "https://me:[secret]@host/", c: null });
      else expect(host.out()).toBe("a [secret]\n");
    }
  });

  test("jsonLine prints one line per result, with --json only", () => {
    for (const json of [false, true]) {
      const host = fakeHost();
      const output = new Output(host, { json, quiet: false, color: true });
      output.jsonLine({ a: 1, b: [2] });
      output.jsonLine({ a: 2 });
      // An error at the end of a stream, for one.
      output.json({ a: 3, b: [4] });
      expect(host.out()).toBe(json ? '{"a":1,"b":[2]}\n{"a":2}\n{"a":3,"b":[4]}\n' : "");
    }
  });

  test("redirect hands lines for standard error to someone else, for a while", () => {
    const host = fakeHost();
    const output = new Output(host, { json: false, quiet: false, color: true });
    const lines: string[] = [];
    output.redirect((line) => lines.push(line));
    output.note("a");
    output.failure("b");
    output.redirect(undefined);
    output.note("c");
    expect(lines).toEqual(["a", "b"]);
    expect(host.err()).toBe("c\n");
  });
});
