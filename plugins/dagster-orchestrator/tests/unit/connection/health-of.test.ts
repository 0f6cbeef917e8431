import { expect, test } from "vitest";
import { healthOf } from "../../../src/connection/health-of.ts";

test("healthOf tells the state, and the rest as details", () => {
  const probe = { status: "degraded", latencyMs: 3, message: "m", warnings: ["w"], errors: [] } as const;
  expect(healthOf(probe)).toEqual({ state: "degraded", message: "m", details: { latencyMs: 3, warnings: ["w"], errors: [] } });
});
