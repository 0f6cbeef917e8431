import { describe, expect, test } from "vitest";
import { isCompatible } from "../../../src/version/is-compatible.ts";

describe("isCompatible", () => {
  test("isCompatible is true for the same major and a minor that is not newer", () => {
    expect(isCompatible("1.2", "1.2")).toBe(true);
    expect(isCompatible("1.1.9", "1.2.0")).toBe(true);
  });

  test("isCompatible is false for another major or a newer minor", () => {
    expect(isCompatible("2.0", "1.2")).toBe(false);
    expect(isCompatible("1.3", "1.2")).toBe(false);
  });

  test("isCompatible is false for what is not valid, on either side", () => {
    expect(isCompatible("1", "1.2")).toBe(false);
    expect(isCompatible("1.2", "1")).toBe(false);
  });

  test("isCompatible measures against this floe-core's own API by default", () => {
    expect(isCompatible("1.0")).toBe(true);
    expect(isCompatible("1.1")).toBe(false);
  });
});
