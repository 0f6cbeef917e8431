import { CatalogConflictError } from "floe-core";
import { expect, test } from "vitest";
import { ContractBreach } from "../../../../src/contract/contract-breach.ts";
import { ensureRefused } from "../../../../src/contract/shapes/ensure-refused.ts";

const trial = { call: async <Value>(_: string, call: (signal: AbortSignal) => Value | PromiseLike<Value>) => call(new AbortController().signal) };
const codes = ["FLOE_CATALOG_CONFLICT"];

test("ensureRefused takes an error with one of the codes, also one of another copy of floe-core", async () => {
  const foreign = Object.assign(new Error("it exists"), { code: "FLOE_CATALOG_CONFLICT", [Symbol.for("floe.error")]: true });
  for (const error of [new CatalogConflictError("it exists"), foreign]) {
    await expect(ensureRefused(trial, "create", codes, () => Promise.reject(error))).resolves.toBeUndefined();
  }
});

test("ensureRefused refuses a call that works", async () => {
  await expect(ensureRefused(trial, "create", codes, async () => 1)).rejects.toThrow("create is not refused");
});

test("ensureRefused refuses an error that is not floe's, and one with another code", async () => {
  const own = Object.assign(new Error("taken"), { code: "FLOE_CATALOG_CONFLICT" });
  await expect(ensureRefused(trial, "create", codes, () => Promise.reject(own))).rejects.toThrow("no floe error (taken)");
  const other = ensureRefused(trial, "create", ["FLOE_OTHER"], () => Promise.reject(new CatalogConflictError("it exists")));
  await expect(other).rejects.toThrow("with FLOE_CATALOG_CONFLICT (it exists), not with FLOE_OTHER");
});

test("ensureRefused passes on that a call did not end", async () => {
  const breach = new ContractBreach("create did not end");
  await expect(ensureRefused(trial, "create", codes, () => Promise.reject(breach))).rejects.toBe(breach);
});
