import { expect, test } from "vitest";
import { shortHash } from "../../../src/definitions/short-hash.ts";

test("shortHash is the start of a SHA-256", () => {
  expect(shortHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223");
});
