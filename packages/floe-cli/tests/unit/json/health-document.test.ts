import { expect, test } from "vitest";
import { healthDocument } from "../../../src/json/health-document.ts";
import { health, startup } from "../../support/results.ts";

const product = { name: "flights", file: "/app/floe.yaml" };

test.each([
  ["healthy", true],
  ["degraded", true],
  ["unhealthy", false],
] as const)("healthDocument of a product that is %s has ok: %s", (overall, ok) => {
  const report = { ...health, overall };
  expect(healthDocument({ product, startup, health: report })).toEqual({
    version: "1.0",
    command: "health",
    ok,
    product,
    startup,
    health: report,
  });
});
