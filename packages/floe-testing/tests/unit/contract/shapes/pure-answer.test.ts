import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { pureAnswer } from "../../../../src/contract/shapes/pure-answer.ts";

test("pureAnswer gives an answer that is the same each time", () => {
  expect(pureAnswer("method", () => ({ a: [1] }))).toEqual({ a: [1] });
});

test("pureAnswer refuses an answer that changes", () => {
  let asked = 0;
  expect(() => pureAnswer("method", () => (asked += 1))).toThrow("method answers with something else when it is asked again");
});

test("pureAnswer refuses a promise, and leaves none that fails unhandled", async () => {
  expect(() => pureAnswer("method", () => Promise.reject(new Error("later")))).toThrow("method answers with a promise");
  expect(() => pureAnswer("method", () => runInNewContext('Promise.reject("later")'))).toThrow("method answers with a promise");
  await new Promise((resolve) => setImmediate(resolve));
});

test("pureAnswer throws what the call throws", () => {
  const call = (): never => {
    throw new RangeError("no");
  };
  expect(() => pureAnswer("method", call)).toThrow(RangeError);
});
