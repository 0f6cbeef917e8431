import { afterEach, expect, test, vi } from "vitest";
import { running } from "../../../../src/contract/trial/ending.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("running tells how a call ended: it returned, it threw, at once or later", async () => {
  const error = new Error("oops");
  expect(await running(() => 42).within(1000)).toEqual({ kind: "returned", value: 42 });
  expect(await running(async () => 42).within(1000)).toEqual({ kind: "returned", value: 42 });
  expect(await running(() => { throw error; }).within(1000)).toEqual({ kind: "threw", error });
  expect(await running(async () => Promise.reject(error)).within(1000)).toEqual({ kind: "threw", error });
});

test("running makes the call once and at once, however often its end is asked for", async () => {
  const call = vi.fn(() => 42);
  const current = running(call);
  expect(call).toHaveBeenCalledOnce();
  await current.within(1000);
  await current.within(1000);
  expect(call).toHaveBeenCalledOnce();
});

test("running is pending for whom it keeps waiting, and ends for who asks again", async () => {
  let finish = (_: number): void => {};
  const current = running(() => new Promise<number>((resolve) => { finish = resolve; }));
  expect(await current.within(1)).toEqual({ kind: "pending" });
  finish(42);
  expect(await current.within(1000)).toEqual({ kind: "returned", value: 42 });
});

test("running waits in real time, also where a test has put fake timers in their place", async () => {
  vi.useFakeTimers();
  expect(await running(() => new Promise(() => {})).within(1)).toEqual({ kind: "pending" });
});
