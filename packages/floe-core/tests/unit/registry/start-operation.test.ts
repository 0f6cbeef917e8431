import { describe, expect, test } from "vitest";
import { PluginStartupError } from "../../../src/errors/plugin-startup-error.ts";
import { silentLogger } from "../../../src/logger.ts";
import { StartOperation } from "../../../src/registry/start-operation.ts";
import { isPending } from "../../support/flush.ts";

const FAILURE = new PluginStartupError({ plugin: "floe.secrets:a", reason: "no" });

function newOperation(): StartOperation {
  return new StartOperation("floe.secrets:a", 100, silentLogger);
}

describe("StartOperation", () => {
  test("StartOperation.done stays open until the start is over, and is one promise", async () => {
    const operation = newOperation();
    const { done } = operation;
    expect(await isPending(done)).toBe(true);
    expect(operation.done).toBe(done);
    operation.end(FAILURE);
    expect(await done).toBe(FAILURE);
  });

  test.each([undefined, FAILURE])("StartOperation.done answers whoever asks after the end as well: %s", async (error) => {
    const operation = newOperation();
    operation.end(error);
    expect([operation.isOver, operation.error]).toStrictEqual([true, error]);
    expect(await operation.done).toBe(error);
  });

  test("StartOperation.abort gives its hook up, and does not end it", async () => {
    const operation = newOperation();
    operation.abort(FAILURE);
    expect([operation.reason, operation.signal.reason, operation.isOver]).toStrictEqual([FAILURE, FAILURE, false]);
    expect(await isPending(operation.done)).toBe(true);
  });

  test("StartOperation.overrun names the plugin, the hook and the limit", () => {
    const operation = newOperation();
    expect(operation.ms).toBe(100);
    expect(operation.overrun()).toMatchObject({ plugin: "floe.secrets:a", hook: "startup", limitMs: 100 });
  });
});
