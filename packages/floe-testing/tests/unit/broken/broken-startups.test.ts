import { expect, test } from "vitest";
import { BROKEN_STARTUPS } from "../../../src/broken/broken-startups.ts";
import { expectOutcomes } from "../../support/expect-outcomes.ts";
import { CONTEXT, makeBroken } from "../../support/make-broken.ts";

expectOutcomes("BROKEN_STARTUPS", BROKEN_STARTUPS);

test("BROKEN_STARTUPS starts-once does not start a second time", () => {
  const plugin = makeBroken(BROKEN_STARTUPS, "starts-once");
  void plugin.startup(CONTEXT);
  expect(() => plugin.startup(CONTEXT)).toThrow("it was started before");
});

test("BROKEN_STARTUPS take away what their hooks leave in the process", () => {
  for (const id of ["startup-sets-a-variable", "startup-changes-a-prototype"]) void makeBroken(BROKEN_STARTUPS, id).startup(CONTEXT);
  expect(process.env).toHaveProperty("FLOE_TESTING_LEFT", "set");
  expect(Array.prototype).toHaveProperty("FLOE_TESTING_LEFT");
  for (const { cleanUp } of BROKEN_STARTUPS) cleanUp?.();
  expect(process.env).not.toHaveProperty("FLOE_TESTING_LEFT");
  expect(Array.prototype).not.toHaveProperty("FLOE_TESTING_LEFT");
});
