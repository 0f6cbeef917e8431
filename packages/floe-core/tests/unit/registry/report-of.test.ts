import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { reportOf } from "../../../src/registry/report-of.ts";
import type { PluginReport } from "../../../src/registry/reports.ts";

const FINE: PluginReport = { key: "floe.secrets:a", state: "active", durationMs: 1 };
const BAD: PluginReport = {
  key: "floe.secrets:b",
  state: "failed",
  durationMs: 1,
  error: { name: "E", code: "C", message: "m", hint: "" },
};

describe("reportOf", () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5, 6) }));
  afterEach(() => vi.useRealTimers());

  test("reportOf begins when it is called and ends when it is done", () => {
    vi.advanceTimersByTime(1000);
    const report = reportOf();
    vi.advanceTimersByTime(1500);
    expect(report.done()).toStrictEqual({ ok: true, startedAt: "2026-01-02T03:04:06.006Z", durationMs: 1500, plugins: [] });
  });

  test("reportOf keeps its entries in the order in which they were added", () => {
    const report = reportOf();
    report.add(BAD);
    report.add(FINE);
    expect(report.done().plugins).toStrictEqual([BAD, FINE]);
  });

  test("reportOf is ok as long as no entry holds an error", () => {
    const report = reportOf();
    report.add(FINE);
    expect(report.done().ok).toBe(true);
    report.add(BAD);
    expect(report.done().ok).toBe(false);
  });

  test("reportOf is ok as its caller says, where it says so", () => {
    const report = reportOf();
    report.add(FINE);
    expect(report.done(false).ok).toBe(false);
  });
});
