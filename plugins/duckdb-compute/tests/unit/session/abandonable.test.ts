import { describe, expect, test, vi } from "vitest";
import { abandonable } from "../../../src/session/abandonable.ts";
import { caught } from "../../support/caught.ts";
import { deferred } from "../../support/deferred.ts";

describe("abandonable", () => {
  test("answers what the work answers, with a signal and without", async () => {
    const dispose = vi.fn<(late: string) => void>();
    expect(await abandonable(Promise.resolve("done"), undefined, dispose)).toBe("done");
    expect(await abandonable(Promise.resolve("done"), new AbortController().signal, dispose)).toBe("done");
    expect(dispose).not.toHaveBeenCalled();
  });

  test("passes the work's failure", async () => {
    const failure = new Error("its own");
    expect(await caught(() => abandonable(Promise.reject(failure), new AbortController().signal))).toBe(failure);
  });

  test("rejects with the signal's reason while the work goes on, and disposes of what comes late", async () => {
    const work = deferred<string>();
    const controller = new AbortController();
    const dispose = vi.fn<(late: string) => void>();
    const result = caught(() => abandonable(work.promise, controller.signal, dispose));
    controller.abort("enough");
    expect(await result).toBe("enough");
    expect(dispose).not.toHaveBeenCalled();
    work.resolve("late");
    await work.promise;
    expect(dispose).toHaveBeenCalledExactlyOnceWith("late");
  });

  test("rejects at once when the signal has aborted already", async () => {
    const work = deferred<string>();
    expect(await caught(() => abandonable(work.promise, AbortSignal.abort("enough")))).toBe("enough");
    work.resolve("late");
  });

  test("takes a failure that comes late for what it is: of no more interest", async () => {
    const work = deferred<string>();
    expect(await caught(() => abandonable(work.promise, AbortSignal.abort("enough")))).toBe("enough");
    work.reject(new Error("late"));
    expect(await caught(() => work.promise)).toMatchObject({ message: "late" });
  });
});
