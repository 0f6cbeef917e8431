import { expect, test } from "vitest";
import { Output } from "../../../src/output/output.ts";
import { lineProgress } from "../../../src/progress/line-progress.ts";
import { fakeHost } from "../../support/fake-host.ts";
import { events } from "../../support/results.ts";

test("lineProgress prints a line per event of a step to standard error", () => {
  const host = fakeHost();
  const progress = lineProgress(new Output(host, { json: false, quiet: false, color: true }));
  for (const event of events) progress.event(event);
  progress.end();
  expect(host.err().trimEnd().split("\n")).toHaveLength(6);
  expect(host.out()).toBe("");
});
