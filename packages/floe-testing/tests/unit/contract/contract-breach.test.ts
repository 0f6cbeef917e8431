import { expect, test, vi } from "vitest";
import { ContractBreach, ensure, NotOffered, NotTried } from "../../../src/contract/contract-breach.ts";

test("ensure throws a ContractBreach with what was seen, unless the condition holds", () => {
  expect(() => ensure(false, "it hangs")).toThrow(new ContractBreach("it hangs"));
  expect(() => ensure(true, "it hangs")).not.toThrow();
});

test("ensure puts what was seen into words only if it is needed", () => {
  const words = vi.fn(() => "it hangs");
  ensure(true, words);
  expect(words).not.toHaveBeenCalled();
  expect(() => ensure(false, words)).toThrow("it hangs");
});

test.each([[ContractBreach], [NotTried], [NotOffered]])("%o has the name of its class", (Class) => {
  expect(String(new Class("why"))).toBe(`${Class.name}: why`);
});
