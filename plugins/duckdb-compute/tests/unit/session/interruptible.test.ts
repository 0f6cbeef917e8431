import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { interruptible } from "../../../src/session/interruptible.ts";
import { caught } from "../../support/caught.ts";
import { deferred } from "../../support/deferred.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp() {
  const connection = { interrupt: vi.fn<() => void>() };
  const work = deferred<string>();
  return { connection, work, controller: new AbortController() };
}

describe("interruptible", () => {
  test("answers what the work answers, and interrupts nothing", async () => {
    const { connection, controller } = setUp();
    expect(await interruptible(connection, controller.signal, async () => "done")).toBe("done");
    expect(await interruptible(connection, undefined, async () => "done")).toBe("done");
    controller.abort();
    vi.advanceTimersByTime(1000);
    expect(connection.interrupt).not.toHaveBeenCalled();
  });

  test("does not begin when the signal has aborted already", async () => {
    const { connection } = setUp();
    const work = vi.fn<() => Promise<void>>();
    const reason = new Error("enough");
    expect(await caught(() => interruptible(connection, AbortSignal.abort(reason), work))).toBe(reason);
    expect(work).not.toHaveBeenCalled();
  });

  test("repeats the interrupt until the work gives in, and rejects with the signal's reason", async () => {
    const { connection, work, controller } = setUp();
    const result = caught(() => interruptible(connection, controller.signal, () => work.promise));
    const reason = new Error("enough");
    controller.abort(reason);
    vi.advanceTimersByTime(175);
    expect(connection.interrupt).toHaveBeenCalledTimes(4);
    work.reject(new Error("Interrupted!"));
    expect(await result).toBe(reason);
    vi.advanceTimersByTime(1000);
    expect(connection.interrupt).toHaveBeenCalledTimes(4);
  });

  test("lets work stand that was done before the interrupt reached it", async () => {
    const { connection, work, controller } = setUp();
    const result = interruptible(connection, controller.signal, () => work.promise);
    controller.abort();
    work.resolve("done");
    expect(await result).toBe("done");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("passes a failure that has nothing to do with the signal", async () => {
    const { connection, controller } = setUp();
    const failure = new Error("its own");
    expect(await caught(() => interruptible(connection, controller.signal, () => Promise.reject(failure)))).toBe(failure);
  });
});
