import { describe, expect, test } from "vitest";
import * as testing from "../../src/testing.ts";

describe("floe-core/testing", () => {
  test("floe-core/testing exports resetRegistry and nothing else", () => {
    expect(Object.keys(testing)).toStrictEqual(["resetRegistry"]);
  });
});
