import { describe, expect, test } from "vitest";
import { lineHealthView } from "../../../src/watch/line-health-view.ts";
import { contextOf } from "../../support/context.ts";
import { health, unhealthy } from "../../support/results.ts";

const at = health.startedAt;

describe("lineHealthView", () => {
  test("lineHealthView says at first how all are, then only what changes", () => {
    const { output, host } = contextOf();
    const view = lineHealthView(output, "flights");
    for (const report of [health, health, unhealthy, unhealthy, health]) view.show(report);
    view.end();
    expect(host.out().trimEnd().split("\n")).toEqual([
      `${at} flights healthy: 2 plugins`,
      `${at} floe.computes:duckdb unhealthy: the disk is full`,
      `${at} floe.orchestrators:local unhealthy: because of floe.computes:duckdb`,
      `${at} floe.computes:duckdb healthy: DuckDB 1.5`,
      `${at} floe.orchestrators:local healthy`,
    ]);
  });

  test("lineHealthView names at once what is not healthy from the first", () => {
    const { output, host } = contextOf();
    const view = lineHealthView(output, "flights");
    view.show(unhealthy);
    view.show(unhealthy);
    expect(host.out().trimEnd().split("\n")).toHaveLength(3);
  });
});
