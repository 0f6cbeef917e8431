import { expect, test } from "vitest";
import { ensureConnection } from "../../../../src/contract/shapes/ensure-connection.ts";

const HEALTHY = { status: "healthy", latencyMs: 1.5, message: "", warnings: ["old"], errors: [] };

test("ensureConnection takes a ConnectionResult", () => {
  const unhealthy = { ...HEALTHY, status: "unhealthy", message: "refused", errors: ["refused"] };
  for (const result of [HEALTHY, unhealthy]) expect(() => ensureConnection(result, "x")).not.toThrow();
});

test.each([
  [true, "is no object"],
  [{ ...HEALTHY, status: "ok" }, "status"],
  [{ ...HEALTHY, latencyMs: -1 }, "latencyMs"],
  [{ ...HEALTHY, message: "two\nlines" }, "message"],
  [{ ...HEALTHY, warnings: "old" }, "warnings"],
  [{ ...HEALTHY, errors: [new Error("refused")] }, "errors"],
  [{ ...HEALTHY, errors: ["refused"] }, "is healthy, and has errors"],
])("ensureConnection refuses %j", (result, reason) => {
  expect(() => ensureConnection(result, "validateConnection")).toThrow(reason);
});
