import { expect, test } from "vitest";
import { DagsterClock } from "../../../src/run/dagster-clock.ts";

test("DagsterClock tells the time that it was moved to, and never goes back", () => {
  const clock = new DagsterClock(1_000);
  expect([clock.now(), clock.elapsedMs()]).toEqual(["1970-01-01T00:00:01.000Z", 1_000]);
  clock.moveTo(2_500);
  clock.moveTo(2_000);
  expect([clock.now(), clock.elapsedMs()]).toEqual(["1970-01-01T00:00:02.500Z", 2_500]);
});
