import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { holdsReason } from "../../../../src/contract/shapes/holds-reason.ts";

const reason = new Error("enough");

test("holdsReason finds the reason itself, and as the cause of an error", () => {
  expect(holdsReason(reason, reason)).toBe(true);
  expect(holdsReason(new Error("gave up", { cause: new Error("because", { cause: reason }) }), reason)).toBe(true);
});

test("holdsReason finds it in what Node's own functions reject with", async () => {
  const error: unknown = await readFile(import.meta.filename, { signal: AbortSignal.abort(reason) }).catch((thrown: unknown) => thrown);
  expect(error).not.toBe(reason);
  expect(holdsReason(error, reason)).toBe(true);
});

test("holdsReason takes nothing else for it, and ends where causes go in circles", () => {
  for (const other of [undefined, null, "enough", new Error("enough"), { cause: "enough" }]) expect(holdsReason(other, reason)).toBe(false);
  const circle = new Error("round");
  circle.cause = circle;
  expect(holdsReason(circle, reason)).toBe(false);
});
