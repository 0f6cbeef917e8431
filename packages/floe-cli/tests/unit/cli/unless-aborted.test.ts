import { describe, expect, onTestFinished, test, vi } from "vitest";
import { unlessAborted } from "../../../src/cli/unless-aborted.ts";

const reason = new Error("interrupted");

describe("unlessAborted", () => {
  test("unlessAborted passes on what the work comes to, and leaves no listener on the signal", async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, "removeEventListener");
    expect(await unlessAborted(Promise.resolve(1), signal)).toBe(1);
    await expect(unlessAborted(Promise.reject(new Error("boom")), signal)).rejects.toThrow("boom");
    expect(remove).toHaveBeenCalledTimes(2);
  });

  test("unlessAborted rejects with the signal's reason as soon as it is aborted", async () => {
    const controller = new AbortController();
    const answer = unlessAborted(new Promise(() => {}), controller.signal);
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
    await expect(unlessAborted(new Promise(() => {}), controller.signal)).rejects.toBe(reason);
  });

  test("unlessAborted leaves no rejection of abandoned work unhandled", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    onTestFinished(() => void process.off("unhandledRejection", unhandled));
    let fail = (): void => {};
    const work = new Promise((_resolve, reject) => {
      fail = () => reject(new Error("too late"));
    });
    await expect(unlessAborted(work, AbortSignal.abort(reason))).rejects.toBe(reason);
    fail();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(unhandled).not.toHaveBeenCalled();
  });
});
