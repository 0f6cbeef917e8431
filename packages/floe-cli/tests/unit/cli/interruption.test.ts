import { describe, expect, test } from "vitest";
import { InterruptedError, Interruption } from "../../../src/cli/interruption.ts";
import { fakeHost } from "../../support/fake-host.ts";

describe("Interruption", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("Interruption turns %s into an abort and the exit code %i", (signal, code) => {
    const host = fakeHost();
    const order: string[] = [];
    const interruption = new Interruption(host, (name) => order.push(name));
    interruption.signal.addEventListener("abort", () => order.push("abort"));
    expect(interruption.exitCode).toBeUndefined();
    host.send(signal);
    expect(order).toEqual([signal, "abort"]);
    expect(interruption.exitCode).toBe(code);
    expect(interruption.signal.reason).toBeInstanceOf(InterruptedError);
    expect(host.exits).toEqual([]);
  });

  test("Interruption ends the process at the second signal, with that signal's code", () => {
    const host = fakeHost();
    const interruption = new Interruption(host, () => {});
    host.send("SIGINT");
    host.send("SIGTERM");
    expect(host.exits).toEqual([143]);
    expect(interruption.exitCode).toBe(130);
  });

  test("release leaves signals to the process again", () => {
    const host = fakeHost();
    const interruption = new Interruption(host, () => {});
    interruption.release();
    host.send("SIGINT");
    expect(interruption.signal.aborted).toBe(false);
    expect(host.listeners.size).toBe(0);
  });
});
