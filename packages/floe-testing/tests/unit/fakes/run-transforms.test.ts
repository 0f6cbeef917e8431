import type { RunEvent } from "floe-core";
import { describe, expect, test } from "vitest";
import { FakeCompute } from "../../../src/fakes/fake-compute.ts";
import { runTransforms } from "../../../src/fakes/run-transforms.ts";
import { artifacts, transform } from "../../support/artifacts.ts";

const product = artifacts([transform("c", "b"), transform("b", "a"), transform("a"), transform("d")]);

describe("runTransforms", () => {
  test("runTransforms materializes each transform in order in one session, and closes it", async () => {
    const compute = new FakeCompute({ rows: () => [{ n: 1 }, { n: 2 }] });
    const result = await runTransforms(product, { plugins: { "floe.computes": [compute] } });
    expect(result.status).toBe("succeeded");
    expect(result.steps.map(({ name, status, rows }) => [name, status, rows])).toEqual(
      ["a", "d", "b", "c"].map((name) => [name, "succeeded", 2]),
    );
    expect(compute.sessions).toMatchObject([{ isClosed: true, statements: [{}, {}, {}, {}] }]);
  });

  test("runTransforms succeeds without a compute plugin", async () => {
    const result = await runTransforms(product, { plugins: {} });
    expect(result).toMatchObject({ status: "succeeded", steps: [{ name: "a" }, { name: "d" }, { name: "b" }, { name: "c" }] });
    expect(result.steps[0]).not.toHaveProperty("rows");
  });

  test("runTransforms runs what is selected", async () => {
    const result = await runTransforms(product, { plugins: {}, select: ["d", "c"] });
    expect(result.steps.map(({ name }) => name)).toEqual(["d", "c"]);
  });

  test("runTransforms skips what needs a failed step, and names the one at the root", async () => {
    const compute = new FakeCompute({
      rows: (sql) => {
        if (sql === "select 'a'") throw new Error("no such table");
        return [];
      },
    });
    const result = await runTransforms(product, { plugins: { "floe.computes": [compute] } });
    expect(result.status).toBe("failed");
    expect(result.steps).toMatchObject([
      { name: "a", status: "failed", error: { code: "FAKE_STEP", message: "no such table" } },
      { name: "d", status: "succeeded" },
      { name: "b", status: "skipped", skippedBecauseOf: "a" },
      { name: "c", status: "skipped", skippedBecauseOf: "a" },
    ]);
  });

  test("runTransforms says what was thrown even if it is no error", async () => {
    const compute = new FakeCompute({
      rows: () => {
        throw "a text";
      },
    });
    const result = await runTransforms(artifacts([transform("a")]), { plugins: { "floe.computes": [compute] } });
    expect(result.steps).toMatchObject([{ error: { message: "a text" } }]);
  });

  test("runTransforms cancels the running step and what is left when the signal is aborted", async () => {
    const controller = new AbortController();
    const compute = new FakeCompute({
      rows: (sql) => {
        if (sql !== "select 'd'") return [];
        controller.abort();
        throw new Error("interrupted");
      },
    });
    const result = await runTransforms(product, { plugins: { "floe.computes": [compute] }, signal: controller.signal });
    expect(result.status).toBe("cancelled");
    expect(result.steps.map(({ status }) => status)).toEqual(["succeeded", "cancelled", "cancelled", "cancelled"]);
    expect(compute.sessions).toMatchObject([{ isClosed: true }]);
  });

  test("runTransforms tells what happens as it happens", async () => {
    const events: RunEvent[] = [];
    const compute = new FakeCompute({
      rows: (sql) => {
        if (sql === "select 'b'") throw new Error("bad");
        return [];
      },
    });
    const transforms = [transform("a"), transform("b"), transform("c", "b")];
    await runTransforms(artifacts(transforms), { plugins: { "floe.computes": [compute] }, onEvent: (event) => events.push(event) });
    expect(events.map((event) => [event.type, "step" in event ? event.step : undefined])).toEqual([
      ["run-started", undefined],
      ["step-started", "a"],
      ["step-finished", "a"],
      ["step-started", "b"],
      ["step-failed", "b"],
      ["step-skipped", "c"],
      ["run-finished", undefined],
    ]);
    expect(events).toMatchObject({ 2: { rows: 0 }, 5: { becauseOf: "b" }, 6: { status: "failed" } });
  });

  test("runTransforms tells of cancelled steps, and ignores a listener that throws", async () => {
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent): void => {
      events.push(event);
      throw new Error("broken listener");
    };
    const result = await runTransforms(artifacts([transform("a")]), { plugins: {}, signal: AbortSignal.abort(), onEvent });
    expect(result.status).toBe("cancelled");
    expect(events.map(({ type }) => type)).toEqual(["run-started", "step-cancelled", "run-finished"]);
  });
});
