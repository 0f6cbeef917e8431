import { expect, test } from "vitest";
import { ContractBreach } from "../../../../src/contract/contract-breach.ts";
import { ensureGivesUp } from "../../../../src/contract/shapes/ensure-gives-up.ts";
import type { Ending } from "../../../../src/contract/trial/ending.ts";

const signal = new AbortController().signal;

/** A trial in which the second call ends like this. */
function ending(kind: Ending["kind"]): Parameters<typeof ensureGivesUp>[0] {
  return {
    call: async (_, call) => call(signal),
    abort: async () => (kind === "threw" ? { kind, error: 1 } : kind === "returned" ? { kind, value: undefined as never } : { kind }),
  };
}

const listening = async (given: AbortSignal): Promise<void> => given.throwIfAborted();

test.each(["threw", "returned"] as const)("ensureGivesUp takes a call that rejects at first, and then %s", async (kind) => {
  await expect(ensureGivesUp(ending(kind), "read", listening)).resolves.toBeUndefined();
});

test("ensureGivesUp refuses a call that goes on after its signal was aborted", async () => {
  await expect(ensureGivesUp(ending("pending"), "read", listening)).rejects.toThrow("read goes on");
});

test("ensureGivesUp refuses a call that does its work with a signal that was aborted before", async () => {
  await expect(ensureGivesUp(ending("threw"), "read", async () => 1)).rejects.toThrow("read does its work");
});

test("ensureGivesUp refuses another error than the signal's reason, and passes on that a call did not end", async () => {
  const other = ensureGivesUp(ending("threw"), "read", () => Promise.reject(new Error("aborted")));
  await expect(other).rejects.toThrow("read rejects with something else");
  const breach = new ContractBreach("read did not end");
  await expect(ensureGivesUp(ending("threw"), "read", () => Promise.reject(breach))).rejects.toBe(breach);
});
