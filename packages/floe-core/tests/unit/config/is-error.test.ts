import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { isError } from "../../../src/config/is-error.ts";

describe("isError", () => {
  test("isError accepts errors of this realm and of another", () => {
    expect(isError(new TypeError("x"))).toBe(true);
    expect(isError(runInNewContext("new Error('x')"))).toBe(true);
  });

  test("isError accepts what inherits from Error", () => {
    expect(isError(new DOMException("x", "AbortError"))).toBe(true);
  });

  test.each([[undefined], [null], ["x"], [{ name: "Error", message: "x" }]])("isError refuses %o", (value) => {
    expect(isError(value)).toBe(false);
  });
});
