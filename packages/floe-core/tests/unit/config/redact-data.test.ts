import { describe, expect, test } from "vitest";
import { redactData } from "../../../src/config/redact-data.ts";
import { redactorFor } from "../../../src/config/redact-text.ts";

const redactor = redactorFor(["hunter22", "4711"]);

describe("redactData", () => {
  test("redactData goes over every text and number, and leaves keys and everything else alone", () => {
    const value = { a: "is hunter22", b: [4711, 4711n, 14711, true, null, { hunter22: "x", c: ["hunter22"] }], d: undefined };
    expect(redactData<unknown>(value, redactor)).toStrictEqual({
      a: "is [secret]",
      b: ["[secret]", "[secret]", 14711, true, null, { hunter22: "x", c: ["[secret]"] }],
      d: undefined,
    });
    expect(value.a).toBe("is hunter22");
  });

  test("redactData goes through data of any size", () => {
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, token: "hunter22" }));
    expect(redactData(rows, redactor).at(-1)).toStrictEqual({ id: 19_999, token: "[secret]" });
  });

  test("redactData refuses data that refers to itself", () => {
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    expect(() => redactData(ring, redactor)).toThrow(RangeError);
  });
});
