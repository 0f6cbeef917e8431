import { describe, expect, test } from "vitest";
import { linkSignals } from "../../../src/session/link-signals.ts";

describe("linkSignals", () => {
  test("aborts with the reason of the first that aborts", () => {
    const [a, b] = [new AbortController(), new AbortController()];
    const { signal } = linkSignals([a.signal, undefined, b.signal]);
    expect(signal.aborted).toBe(false);
    const reason = new Error("b");
    b.abort(reason);
    a.abort(new Error("a"));
    expect(signal.reason).toBe(reason);
  });

  test("has aborted at once if one has", () => {
    const reason = new Error("before");
    expect(linkSignals([undefined, AbortSignal.abort(reason)]).signal.reason).toBe(reason);
  });

  test("follows no longer after unlink", () => {
    const controller = new AbortController();
    const { signal, unlink } = linkSignals([controller.signal]);
    unlink();
    controller.abort();
    expect(signal.aborted).toBe(false);
  });
});
