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
