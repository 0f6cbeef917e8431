import { expect, test } from "vitest";
import { placesOf } from "../../../../src/contract/trial/shown.ts";
import { TEST_SECRET, tokenSchema } from "../../../../src/broken/token-schema.ts";

const WHERE = "the error of startup";

test.each([
  ["a text", `no access with ${TEST_SECRET}`],
  ["an error's message", new Error(TEST_SECRET)],
  ["an error's cause", new Error("no access", { cause: new Error(TEST_SECRET) })],
  ["a hidden member", Object.defineProperty(new Error("no access"), "request", { value: { token: TEST_SECRET } })],
  ["a map", new Map([["token", TEST_SECRET]])],
  ["what JSON makes of it", { toJSON: () => ({ token: TEST_SECRET }) }],
  ["what it is as a text", { toString: (): string => TEST_SECRET }],
  ["a long list", [...Array.from({ length: 200 }, () => "x"), TEST_SECRET]],
  ["a URL", `http://localhost/?token=${encodeURIComponent("correct horse")}`],
])("placesOf finds a secret in %s", (_, value) => {
  expect(placesOf([TEST_SECRET, "correct horse"], [{ where: WHERE, value }])).toEqual([WHERE]);
});

test("placesOf passes over what shows nothing, and over what cannot be written", () => {
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;
  const silent = [circular, 10n, undefined, Object.create(null), Symbol("x"), tokenSchema.safeParse({ token: TEST_SECRET })];
  expect(placesOf([TEST_SECRET], silent.map((value) => ({ where: WHERE, value })))).toEqual([]);
});

test("placesOf names each place once, and finds nothing where there are no secrets", () => {
  const shown = [WHERE, "its health", WHERE].map((where) => ({ where, value: TEST_SECRET }));
  expect(placesOf([TEST_SECRET], shown)).toEqual([WHERE, "its health"]);
  expect(placesOf([], shown)).toEqual([]);
});
