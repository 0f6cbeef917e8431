import { describe, expect, test, vi } from "vitest";
import { InterruptedError, Interruption } from "../../../src/cli/interruption.ts";
import { StalledError } from "../../../src/cli/stalled-error.ts";
import { fakeHost } from "../../support/fake-host.ts";

function interrupted() {
  const host = fakeHost();
  const reports = { onSignal: vi.fn(), onFailure: vi.fn() };
  return { host, reports, interruption: new Interruption(host, reports) };
}

const boom = new Error("boom");

describe("Interruption", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("Interruption turns %s into an abort and the exit code %i", (signal, code) => {
    const { host, reports, interruption } = interrupted();
    const order: string[] = [];
    reports.onSignal.mockImplementation((name: string) => order.push(name));
    interruption.signal.addEventListener("abort", () => order.push("abort"));
    expect([interruption.exitCode, interruption.cause]).toEqual([undefined, undefined]);
    host.send(signal);
    expect(order).toEqual([signal, "abort"]);
    expect(interruption.exitCode).toBe(code);
    expect(interruption.signal.reason).toBeInstanceOf(InterruptedError);
    expect(interruption.cause).toBe(interruption.signal.reason);
    expect(host.exits).toEqual([]);
  });

  test("Interruption ends the process at the second signal, with that signal's code", () => {
    const { host, interruption } = interrupted();
    host.send("SIGINT");
    host.send("SIGTERM");
    expect(host.exits).toEqual([143]);
    expect(interruption.exitCode).toBe(130);
  });

  test("Interruption reports the first uncaught error, aborts and asks for exit code 1", () => {
    const { host, reports, interruption } = interrupted();
    host.fail(boom);
    expect(reports.onFailure.mock.calls).toEqual([[boom, false]]);
    expect(interruption.signal.reason).toBeInstanceOf(InterruptedError);
    expect([interruption.cause, interruption.exitCode]).toEqual([boom, 1]);
    expect(host.exits).toEqual([]);
  });

  test("Interruption ends the process with 1 at the second uncaught error, once it is reported", () => {
    const { host, reports } = interrupted();
    host.fail(boom);
    host.fail("more");
    expect(reports.onFailure.mock.calls).toEqual([[boom, false], ["more", true]]);
    expect(host.exits).toEqual([1]);
  });

  test("Interruption ends the process with 1 at an uncaught error after the command", () => {
    const { host, reports, interruption } = interrupted();
    interruption.release();
    host.fail(boom);
    expect(reports.onFailure.mock.calls).toEqual([[boom, true]]);
    expect(host.exits).toEqual([1]);
  });

  test("Interruption goes on stopping, with the signal's code, at the first uncaught error after a signal", () => {
    const { host, reports, interruption } = interrupted();
    host.send("SIGINT");
    host.fail(boom);
    expect(reports.onFailure.mock.calls).toEqual([[boom, false]]);
    expect(interruption.exitCode).toBe(130);
    expect(host.exits).toEqual([]);
  });

  test("Interruption gives the user a first signal after an uncaught error, too", () => {
    const { host, reports, interruption } = interrupted();
    host.fail(boom);
    host.send("SIGINT");
    expect(reports.onSignal.mock.calls).toEqual([["SIGINT"]]);
    expect([interruption.cause, interruption.exitCode, host.exits]).toEqual([boom, 1, []]);
  });

  test("Interruption takes it for a failure that nothing is left to wait for", () => {
    const { host, reports, interruption } = interrupted();
    host.stall();
    expect(reports.onFailure.mock.calls).toEqual([[expect.any(StalledError), false]]);
    expect([interruption.signal.aborted, interruption.exitCode, host.exits]).toEqual([true, 1, []]);
    host.stall();
    expect(host.exits).toEqual([1]);
  });

  test("Interruption ends a command that was interrupted and has nothing left to wait for", () => {
    const { host, reports } = interrupted();
    host.send("SIGINT");
    host.stall();
    expect(reports.onFailure.mock.calls).toEqual([[expect.any(StalledError), true]]);
    expect(host.exits).toEqual([1]);
  });

  test("release leaves signals and the end to the process again", () => {
    const { host, interruption } = interrupted();
    interruption.release();
    host.send("SIGINT");
    host.stall();
    expect(interruption.signal.aborted).toBe(false);
    expect([host.listeners.size, host.stallListeners.size]).toEqual([0, 0]);
  });
});
