import { expect, test } from "vitest";
import { PendingEvent } from "../../../src/emitter/pending-event.ts";
import { event } from "../../support/product.ts";

test("PendingEvent is settled once it is said to be", async () => {
  const pending = new PendingEvent(event("a"));
  expect(pending.isSettled).toBe(false);
  pending.settle();
  await pending.settled;
  expect([pending.isSettled, pending.signal.aborted]).toEqual([true, false]);
});

test("PendingEvent.giveUp aborts the sending and settles", async () => {
  const pending = new PendingEvent(event("a"));
  pending.giveUp();
  await pending.settled;
  expect([pending.isSettled, pending.signal.aborted]).toEqual([true, true]);
});
