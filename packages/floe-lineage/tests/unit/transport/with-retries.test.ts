import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withRetries } from "../../../src/transport/with-retries.ts";

const failure = new Error("busy");
const options = { attempts: 4, firstWaitMs: 100, isPassing: (error: unknown) => error === failure };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The moments at which `work` was called, with the part of each wait that chance leaves out. */
async function moments(work: () => Promise<unknown>, leftOut: number): Promise<readonly number[]> {
  vi.spyOn(Math, "random").mockReturnValue(leftOut);
  const start = Date.now();
  const at: number[] = [];
  const tried = withRetries(() => (at.push(Date.now() - start), work()), options).catch(() => undefined);
  await vi.runAllTimersAsync();
  await tried;
  return at;
}

describe("withRetries", () => {
  test("waits twice as long each time, up to a half of it left out by chance", async () => {
    const fail = () => Promise.reject(failure);
    expect(await moments(fail, 0)).toEqual([0, 100, 300, 700]);
    expect(await moments(fail, 0.5)).toEqual([0, 75, 225, 525]);
  });

  test("answers with the first success", async () => {
    const work = vi.fn().mockRejectedValueOnce(failure).mockResolvedValue("done");
    const tried = withRetries(work, options);
    await vi.runAllTimersAsync();
    expect(await tried).toBe("done");
    expect(work).toHaveBeenCalledTimes(2);
  });

  test("gives up after the last attempt, and at once on what does not pass", async () => {
    const work = vi.fn().mockRejectedValue(failure);
    const tried = withRetries(work, options);
    const judged = expect(tried).rejects.toBe(failure);
    await vi.runAllTimersAsync();
    await judged;
    expect(work).toHaveBeenCalledTimes(4);
    const lasting = new Error("no");
    await expect(withRetries(() => Promise.reject(lasting), options)).rejects.toBe(lasting);
  });

  test("stops waiting when the signal is aborted", async () => {
    const controller = new AbortController();
    const work = vi.fn().mockRejectedValue(failure);
    const tried = withRetries(work, { ...options, signal: controller.signal });
    const judged = expect(tried).rejects.toThrow("enough");
    await vi.advanceTimersByTimeAsync(1);
    controller.abort(new Error("enough"));
    await judged;
    expect(work).toHaveBeenCalledTimes(1);
  });
});
