import { describe, expect, test } from "vitest";
import { closeQuietly } from "../../../src/run/close-quietly.ts";
import { recordingLogger } from "../../../../../packages/floe-core/tests/support/orchestration.ts";
import { FakeCompute } from "../../support/fake-compute.ts";

describe("closeQuietly", () => {
  test("closes the session", async () => {
    const compute = new FakeCompute();
    const logger = recordingLogger();
    await closeQuietly(await compute.openSession(), logger);
    expect(compute.calls).toEqual(["open 1", "close 1"]);
    expect(logger.lines).toEqual([]);
  });

  test("logs a session that fails to close", async () => {
    const error = new Error("stuck");
    const compute = new FakeCompute({ close: () => Promise.reject(error) });
    const logger = recordingLogger();
    await closeQuietly(await compute.openSession(), logger);
    expect(logger.lines).toMatchObject([{ level: "error", fields: { error } }]);
  });
});
