import { describe, expect, test } from "vitest";
import { unlessAborted } from "../../../src/orchestration/unless-aborted.ts";
import { settled } from "../../support/orchestration.ts";

const enough = new Error("enough");

describe("unlessAborted", () => {
  test("answers with what the work answers, or with its error", async () => {
    const { signal } = new AbortController();
    expect(await unlessAborted(async () => 1, signal)).toBe(1);
    expect(await unlessAborted(() => undefined, signal)).toBeUndefined();
    await expect(unlessAborted(() => Promise.reject(enough), signal)).rejects.toBe(enough);
  });

  test("does not begin once the signal is aborted", async () => {
    let begun = 0;
    await expect(unlessAborted(async () => (begun += 1), AbortSignal.abort(enough))).rejects.toBe(enough);
    expect(begun).toBe(0);
  });

  test("ends with the signal's reason at once, and drops what the work ends with later, an error included", async () => {
    const controller = new AbortController();
    let fail: (error: unknown) => void = () => undefined;
    const unhandled: unknown[] = [];
    const listener = (error: unknown): void => void unhandled.push(error);
    process.on("unhandledRejection", listener);
    const answer = unlessAborted(() => new Promise((_resolve, reject) => (fail = reject)), controller.signal);
    controller.abort(enough);
    await expect(answer).rejects.toBe(enough);
    fail(new Error("too late"));
    await settled();
    process.off("unhandledRejection", listener);
    expect(unhandled).toEqual([]);
  });

  test("leaves no rejection behind where the work throws at once and the signal is aborted later", async () => {
    const controller = new AbortController();
    const unhandled: unknown[] = [];
    const listener = (error: unknown): void => void unhandled.push(error);
    process.on("unhandledRejection", listener);
    const broken = (): never => {
      throw new Error("broken");
    };
    await expect(unlessAborted(broken, controller.signal)).rejects.toThrow("broken");
    controller.abort(enough);
    await settled();
    process.off("unhandledRejection", listener);
    expect(unhandled).toEqual([]);
  });
});
