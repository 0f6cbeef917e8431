import { expect, test } from "vitest";
import { Output } from "../../../src/output/output.ts";
import { liveHealthView } from "../../../src/watch/live-health-view.ts";
import { fakeHost } from "../../support/fake-host.ts";
import { health, unhealthy } from "../../support/results.ts";

test("liveHealthView draws title, table and summary, and draws them anew in place", () => {
  const host = fakeHost({ isTTY: true, columns: 80, env: { NO_COLOR: "1" } });
  const output = new Output(host, { json: false, quiet: false, color: true });
  const view = liveHealthView(output, host, "flights floe.yaml");
  view.show(health);
  const first = host.out();
  expect(first).toMatch(/flights floe\.yaml\n\nHEALTH .*\nfloe\.computes:duckdb[\s\S]*\n\nhealthy: 2 plugins at 2026-\S+; Ctrl-C ends\n/);
  view.show(unhealthy);
  const second = host.out().slice(first.length);
  expect(second).toContain("the disk is full");
  // The title has not changed: only what follows it is drawn again.
  expect(second).not.toContain("flights floe.yaml");
  view.end();
  view.end();
  output.note("afterwards");
  expect(host.err()).toBe("afterwards\n");
});
