import type { PendingStart } from "floe-platform";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PATIENCE_MS, watchStart } from "../../../src/progress/watch-start.ts";
import { contextOf } from "../../support/context.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("watchStart tells what a start waits for, again and again, until it is ended", () => {
  const { host, output } = contextOf();
  let pendingStarts: readonly PendingStart[] = [{ key: "floe.computes:duckdb", state: "starting", waitsFor: [] }];
  const end = watchStart({ get pendingStarts() { return pendingStarts; } }, output);
  vi.advanceTimersByTime(PATIENCE_MS - 1);
  expect(host.err()).toBe("");
  vi.advanceTimersByTime(1);
  expect(host.err()).toBe("still starting after 5.0 s:\n  floe.computes:duckdb is starting\n");
  pendingStarts = [];
  vi.advanceTimersByTime(PATIENCE_MS);
  expect(host.err().match(/still/g)).toHaveLength(1);
  end();
  expect(vi.getTimerCount()).toBe(0);
});
