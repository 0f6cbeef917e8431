import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { within } from "../../../src/probe/within.ts";
import { caught } from "../../support/caught.ts";
import { deferred } from "../../support/deferred.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("within", () => {
  test("answers what the work answers in time, and leaves no timer", async () => {
    expect(await within(1000, undefined, async () => "done")).toBe("done");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("rejects at the limit and aborts the work's signal", async () => {
    const work = deferred<string>();
    let given: AbortSignal | undefined;
    const result = caught(() => within(1500, undefined, (signal) => ((given = signal), work.promise)));
    vi.advanceTimersByTime(1499);
    expect(given?.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await result).toMatchObject({ message: "no answer within 1.5 s" });
    expect(given?.aborted).toBe(true);
    work.resolve("late");
  });

  test("rejects with the signal's reason, before and during the work", async () => {
    const work = vi.fn<() => Promise<string>>(() => deferred<string>().promise);
    expect(await caught(() => within(1000, AbortSignal.abort("before"), work))).toBe("before");
    expect(work).not.toHaveBeenCalled();
    const controller = new AbortController();
    const result = caught(() => within(1000, controller.signal, work));
    controller.abort("during");
    expect(await result).toBe("during");
    expect(vi.getTimerCount()).toBe(0);
  });
});
