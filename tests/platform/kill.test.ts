import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { withDatabase } from "./support/database.ts";
import { floe, runProduct } from "./support/floe.ts";
import { makeProduct, type Product } from "./support/product.ts";
import { filesOf, readContents, readVersions, relationNames, type Versions } from "./support/versioned-models.ts";

const KILLS = 20;
/** After so many kills in a row, a run is let through to its end. */
const IN_A_ROW = 4;

/** One moment in each twentieth of a run, from 0 to 1, in no order: the same in every run of this test. */
function moments(): readonly number[] {
  let state = 20_261_122;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: KILLS }, (_, index) => ({ moment: (index + random()) / KILLS, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ moment }) => moment);
}

/** Starts a run and kills it after `delayMs`. Answers whether it was still running. */
async function killRun(product: Product, delayMs: number): Promise<boolean> {
  const child = floe(product.root, "run", "--quiet");
  // The one delay of this test, and its subject: any moment will do, so there is nothing to wait for instead.
  await setTimeout(delayMs);
  child.kill("SIGKILL");
  const { signal, exitCode } = await child;
  // One that was over already has to have ended well.
  expect(signal ?? exitCode).toBeOneOf(["SIGKILL", 0]);
  return signal === "SIGKILL";
}

/** Runs the product to its end. Answers how long that took, in milliseconds. */
async function timedRun(product: Product): Promise<number> {
  const began = performance.now();
  await runProduct(product.root);
  return performance.now() - began;
}

/** What a run of the version in a fresh database makes. */
async function cleanRun(version: number): Promise<Readonly<Record<string, unknown>>> {
  const product = await makeProduct(filesOf(version));
  await runProduct(product.root);
  return withDatabase(product.database, readContents);
}

function allOf(version: number): Versions {
  return Object.fromEntries(relationNames.map((name) => [name, version])) as Versions;
}

describe("floe run killed at any moment", () => {
  test(
    "leaves every table and view old or new, never half, and the next run completes what a clean run makes",
    async () => {
      const product = await makeProduct(filesOf(1));
      await timedRun(product);
      await product.write(filesOf(2));
      // How long the latest run took, of those that replace what is there, as the killed ones do.
      let durationMs = await timedRun(product);

      let before = allOf(2);
      let version = 2;
      let killed = 0;
      let inTheMiddle = 0;
      for (const [index, moment] of moments().entries()) {
        version += 1;
        await product.write(filesOf(version));
        if (await killRun(product, moment * durationMs)) killed += 1;
        const after = await withDatabase(product.database, readVersions);
        for (const name of relationNames) {
          expect([before[name], version], `${name} after kill ${index + 1}`).toContain(after[name]);
        }
        // Nothing is newer than what it was made from.
        expect(after.totals === version || after.keyed === version ? after.facts : version).toBe(version);
        expect(after.report === version ? after.totals : version).toBe(version);
        if (new Set(Object.values(after).map((found) => found === version)).size === 2) inTheMiddle += 1;
        before = after;
        if ((index + 1) % IN_A_ROW !== 0) continue;
        durationMs = await timedRun(product);
        expect(await withDatabase(product.database, readContents)).toEqual(await cleanRun(version));
        before = allOf(version);
      }
      // Otherwise the kills were not spread over the runs, and this test has shown little.
      expect(killed).toBeGreaterThanOrEqual(KILLS / 2);
      expect(inTheMiddle).toBeGreaterThanOrEqual(1);
    },
    240_000,
  );
});
