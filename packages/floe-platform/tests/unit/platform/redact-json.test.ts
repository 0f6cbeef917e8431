import { describe, expect, test } from "vitest";
import { redactJson } from "../../../src/platform/redact-json.ts";

const redact = (text: string): string => text.replaceAll("hunter2", "[secret]");

describe(redactJson.name, () => {
  test("redactJson goes over every text, and leaves keys and everything else alone", () => {
    const value = { a: "is hunter2", b: [1, true, null, { hunter2: "x", c: ["hunter2"] }] };
    expect(redactJson(value, redact)).toStrictEqual({ a: "is [secret]", b: [1, true, null, { hunter2: "x", c: ["[secret]"] }] });
    expect(value.a).toBe("is hunter2");
  });
});
