import { expect, test } from "vitest";
import { BROKEN_HEALTH_CHECKS } from "../../../src/broken/broken-health-checks.ts";
import { expectOutcomes } from "../../support/expect-outcomes.ts";
import { CONTEXT, makeBroken } from "../../support/make-broken.ts";

expectOutcomes("BROKEN_HEALTH_CHECKS", BROKEN_HEALTH_CHECKS);

test("BROKEN_HEALTH_CHECKS healthy-when-it-is-not is healthy without its engine", async () => {
  const plugin = makeBroken(BROKEN_HEALTH_CHECKS, "healthy-when-it-is-not");
  expect(plugin.healthCheck(CONTEXT)).toEqual({ state: "healthy" });
  await expect(plugin.validateConnection()).resolves.toMatchObject({ status: "unhealthy" });
});
