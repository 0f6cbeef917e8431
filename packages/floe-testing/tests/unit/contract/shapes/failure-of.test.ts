import { expect, test } from "vitest";
import { ContractBreach } from "../../../../src/contract/contract-breach.ts";
import { codeOf, failureOf } from "../../../../src/contract/shapes/failure-of.ts";

test("failureOf answers with what a call failed with, at once or later, and with undefined if it did not", async () => {
  const error = new Error("Cannot do it: not today");
  await expect(failureOf(() => 1)).resolves.toBeUndefined();
  await expect(failureOf(() => Promise.reject(error))).resolves.toEqual({ error });
  const atOnce = (): never => {
    throw error;
  };
  await expect(failureOf(atOnce)).resolves.toEqual({ error });
});

test("failureOf does not take a breach for a failure of the plugin", async () => {
  await expect(failureOf(() => Promise.reject(new ContractBreach("it hangs")))).rejects.toThrow("it hangs");
});

test("codeOf reads the code of an error that has one", () => {
  expect(codeOf(Object.assign(new Error("x"), { code: "FLOE_X" }))).toBe("FLOE_X");
  for (const error of [new Error("x"), Object.assign(new Error("x"), { code: 7 }), undefined, "text"]) expect(codeOf(error)).toBeUndefined();
});
