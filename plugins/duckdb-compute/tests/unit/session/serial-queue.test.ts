import { describe, expect, test, vi } from "vitest";
import { SerialQueue } from "../../../src/session/serial-queue.ts";
import { caught } from "../../support/caught.ts";
import { deferred } from "../../support/deferred.ts";

describe("SerialQueue", () => {
  test("runs tasks one after another, in order, whatever becomes of them", async () => {
    const queue = new SerialQueue();
    const log: string[] = [];
    const first = deferred<string>();
    const results = Promise.allSettled([
      queue.run(() => (log.push("first begins"), first.promise.finally(() => log.push("first ends")))),
      queue.run(async () => (log.push("second"), Promise.reject(new Error("second")))),
      queue.run(async () => (log.push("third"), "third")),
    ]);
    first.resolve("first");
    expect((await results).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(log).toEqual(["first begins", "first ends", "second", "third"]);
  });

  test("gives up waiting when the signal aborts, without letting the next one in early", async () => {
    const queue = new SerialQueue();
    const first = deferred<string>();
    const running = queue.run(() => first.promise);
    const controller = new AbortController();
    const skipped = vi.fn<() => Promise<void>>();
    const waiting = caught(() => queue.run(skipped, controller.signal));
    const next = vi.fn<() => Promise<string>>(async () => "next");
    const after = queue.run(next);
    controller.abort("enough");
    expect(await waiting).toBe("enough");
    expect(next).not.toHaveBeenCalled();
    first.resolve("first");
    expect(await Promise.all([running, after])).toEqual(["first", "next"]);
    expect(skipped).not.toHaveBeenCalled();
  });

  test("is drained when everything asked for so far is done", async () => {
    const queue = new SerialQueue();
    await queue.drained();
    const done = vi.fn<() => Promise<void>>(() => Promise.reject(new Error("no")));
    const failed = caught(() => queue.run(done));
    await queue.drained();
    expect(done).toHaveBeenCalled();
    await failed;
  });
});
