import { expect, test, vi } from "vitest";
import { skipTest } from "../../../src/contract/skip-test.ts";

test("skipTest skips with the reason where the runner can, and does nothing where it cannot", () => {
  const context = { skip: vi.fn() };
  skipTest(context, "why");
  expect(context.skip).toHaveBeenCalledExactlyOnceWith("why");
  const callable = Object.assign(() => undefined, { skip: vi.fn() });
  skipTest(callable, "why");
  expect(callable.skip).toHaveBeenCalledExactlyOnceWith("why");
  for (const other of [undefined, null, {}, { skip: true }]) expect(() => skipTest(other, "why")).not.toThrow();
});
