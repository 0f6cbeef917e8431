import { describe, expect, test } from "vitest";
import { redactNumber } from "../../../src/config/redact-number.ts";
import { redactorFor } from "../../../src/config/redact-text.ts";

describe("redactNumber", () => {
  const redactor = redactorFor(["4711", "-0.5", "12"]);

  test.each([4711, 4711n, -0.5, 12])("redactNumber masks %d, which is a secret", (value) => {
    expect(redactNumber(value, redactor)).toBe("[secret]");
  });

  test.each([47110, 1747114711, 0.5, 120n, Number.NaN])("redactNumber keeps %d, which is none", (value) => {
    expect(redactNumber(value, redactor)).toBe(value);
  });
});
