import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Output } from "../../../src/output/output.ts";
import { barProgress } from "../../../src/progress/bar-progress.ts";
import { fakeHost } from "../../support/fake-host.ts";
import { events } from "../../support/results.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function start(columns = 80) {
  const host = fakeHost({ isTTY: true, columns, env: { NO_COLOR: "1" } });
  const output = new Output(host, { json: false, quiet: false, color: true });
  return { host, output, progress: barProgress(output, host.stderr) };
}

describe("barProgress", () => {
  test("barProgress shows how many steps are done and which are running", () => {
    const { host, progress } = start();
    for (const event of events.slice(0, 4)) progress.event(event);
    vi.advanceTimersByTime(1000);
    expect(host.err()).toMatch(/ 1\/4 \| .* \| daily/);
    progress.end();
  });

  test("barProgress leaves a line for each step that ended, and no timer", () => {
    const { host, progress } = start();
    for (const event of events) progress.event(event);
    progress.end();
    for (const line of ["staged finished: 3,000,000 rows, 1.2 s", "daily failed", "routes skipped", "late cancelled"]) {
      expect(host.err()).toContain(line);
    }
    expect(host.err()).not.toContain("staged started");
    expect(host.out()).toBe("");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("barProgress puts other lines above the bar until it ends", () => {
    const { host, output, progress } = start();
    progress.event(events[0]!);
    output.failure("warn: disk is slow");
    expect(host.err()).not.toContain("disk is slow");
    vi.advanceTimersByTime(1000);
    expect(host.err()).toContain("warn: disk is slow\n");
    progress.end();
    progress.end();
    output.note("afterwards");
    expect(host.err().endsWith("afterwards\n")).toBe(true);
  });

  test("barProgress keeps the names of running steps within the terminal", () => {
    const { host, progress } = start(40);
    progress.event({ type: "run-started", runId: "r", at: "", steps: ["x"] });
    progress.event({ type: "step-started", runId: "r", at: "", step: "a-name-that-is-much-too-long" });
    vi.advanceTimersByTime(1000);
    expect(host.err()).toContain("a-name-th…");
    progress.end();
  });

  test("barProgress draws nothing where no run begins", () => {
    const { host, progress } = start();
    progress.end();
    expect(host.err()).toBe("");
    expect(vi.getTimerCount()).toBe(0);
  });
});
