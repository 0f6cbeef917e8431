import { expect, test } from "vitest";
import { fakeAbortTimeout } from "../../../src/clock/fake-abort-timeout.ts";

test("fakeAbortTimeout aborts with the clock's timer as Node does with its own, and puts Node's back", () => {
  const real = AbortSignal.timeout;
  const timers: { readonly callback: () => void; readonly ms: number | undefined }[] = [];
  const restore = fakeAbortTimeout({ setTimeout: (callback, ms) => timers.push({ callback, ms }) });
  const signal = AbortSignal.timeout(250);
  expect(timers).toMatchObject([{ ms: 250 }]);
  expect(signal.aborted).toBe(false);
  timers[0]?.callback();
  expect(signal.reason).toBeInstanceOf(DOMException);
  expect(() => signal.throwIfAborted()).toThrow(expect.objectContaining({ name: "TimeoutError" }));
  restore();
  expect(AbortSignal.timeout).toBe(real);
});
