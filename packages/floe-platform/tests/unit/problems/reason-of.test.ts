import { expect, test } from "vitest";
import { reasonOf } from "../../../src/problems/reason-of.ts";

test("reasonOf takes an error's message, and its name where that is empty", () => {
  expect(reasonOf(new Error("no room"))).toBe("no room");
  expect(reasonOf(new RangeError(""))).toBe("RangeError");
});

test("reasonOf writes out whatever else was thrown", () => {
  expect(reasonOf("text")).toBe("text");
  expect(reasonOf(undefined)).toBe("undefined");
});
