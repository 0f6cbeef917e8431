import { expect, test } from "vitest";
import { startChild } from "../support/child.ts";

test("stream reads millions of rows without holding them", async () => {
  const child = startChild("stream-much.mjs");
  const answer = (await child.next()) as { readonly rows: number; readonly grown: number };
  expect(answer.rows).toBe(2_000_000);
  // As JavaScript objects these rows take several times as much.
  expect(answer.grown).toBeLessThan(150);
  expect(await child.ended).toBe(0);
});
