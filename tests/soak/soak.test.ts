import path from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";

/* What is looked up, started and stopped very often leaves nothing behind: no memory, no handles, no listeners. */

const LOOKUPS = Number(process.env["FLOE_SOAK_LOOKUPS"] ?? 50_000);
const CYCLES = Number(process.env["FLOE_SOAK_CYCLES"] ?? 300);

/** What the heap may grow by between the medians of two quarters. Its noise is a third of this: for texts and numbers that pile up. */
const HEAP_NOISE = 384 * 1024;

/** The same for objects, functions and promises among them. One for each of 300 cycles, such as a context that is kept, would be 150. */
const OBJECT_NOISE = 30;

interface Soaked {
  readonly count: number;
  readonly ms: number;
  readonly heap: readonly number[];
  readonly objects: readonly number[];
  readonly resources: readonly number[];
  readonly listeners: readonly number[];
}
type Part = "lookups" | "cycles";

let result: Readonly<Record<Part, Soaked>> & { readonly warnings: readonly string[] };
beforeAll(async () => {
  const script = path.join(import.meta.dirname, "soak.mjs");
  const { stdout } = await execa("node", ["--expose-gc", script, String(LOOKUPS), String(CYCLES)]);
  result = JSON.parse(stdout) as typeof result;
  for (const part of ["lookups", "cycles"] as const) {
    const { count, ms, heap } = result[part];
    console.log(`soak: ${count.toLocaleString("en")} ${part} in ${(ms / 1000).toFixed(1)} s, heap ${growth(heap) < 0 ? "" : "+"}${Math.round(growth(heap) / 1024)} KiB`);
  }
}, 0);

/** How much later measurements lie above earlier ones: the medians of the second quarter, after warming up, and the last. */
function growth(values: readonly number[]): number {
  const quarter = Math.floor(values.length / 4);
  return median(values.slice(-quarter)) - median(values.slice(quarter, 2 * quarter));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe.each<[Part, number]>([
  ["lookups", LOOKUPS],
  ["cycles", CYCLES],
])("%s, %i of them,", (part, count) => {
  test("are all made", () => {
    expect(result[part].count).toBe(count);
  });

  test("leave the heap as large as it was", () => {
    expect(growth(result[part].heap)).toBeLessThan(HEAP_NOISE);
  });

  test("leave no objects, not even one for every fifth", () => {
    expect(growth(result[part].objects)).toBeLessThan(OBJECT_NOISE);
  });

  test("leave no handles", () => {
    expect(growth(result[part].resources)).toBeLessThanOrEqual(0);
  });

  test("leave no listeners, neither on the process nor on a signal of the caller's", () => {
    expect(growth(result[part].listeners)).toBe(0);
    expect(result.warnings).toEqual([]);
  });
});
