import { silentLogger, type ComputePlugin } from "floe-core";
import { FakeCompute } from "floe-testing";
import { expect, test } from "vitest";
import { referencedTables } from "../../../src/product/referenced-tables.ts";
import { transform } from "../../support/product.ts";

const around = { signal: new AbortController().signal, logger: silentLogger, mask: (text: string) => text };

const engine = (name: string, getReferencedTables: NonNullable<ComputePlugin["getReferencedTables"]>): ComputePlugin =>
  Object.defineProperty(new FakeCompute({ getReferencedTables }), "name", { value: name });

const transforms = [transform("a"), transform("b", [], { compute: "second" }), transform("c", [], { compute: "gone" })];

test("referencedTables asks each transform's own engine, the first for those that name none", async () => {
  const computes = [engine("first", async (sql) => [`first: ${sql}`]), engine("second", async (sql) => [`second: ${sql}`])];
  expect(Object.fromEntries(await referencedTables({ transforms }, { plugins: { "floe.computes": computes }, ...around }))).toEqual({
    a: ["first: SELECT 'a'"],
    b: ["second: SELECT 'b'"],
  });
});

test("referencedTables leaves out what an engine fails at", async () => {
  const computes = [engine("first", () => Promise.reject(new Error("no parser"))), engine("second", async () => [])];
  expect(Object.fromEntries(await referencedTables({ transforms }, { plugins: { "floe.computes": computes }, ...around }))).toEqual({ b: [] });
});

test("referencedTables knows nothing without engines", async () => {
  expect((await referencedTables({ transforms }, { plugins: {}, ...around })).size).toBe(0);
});
