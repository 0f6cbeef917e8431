import { expect, test } from "vitest";
import { StepRecorder } from "../../../../../src/contract/types/orchestrator/step-recorder.ts";

const request = (name: string) => ({ name, sql: "", materialization: "table" }) as const;

test("StepRecorder writes down which transforms begin and end, and keeps the sessions", async () => {
  const recorder = new StepRecorder();
  const session = await recorder.compute.openSession?.();
  await expect(session?.materialize(request("a"))).resolves.toMatchObject({ rows: 3 });
  await session?.close();
  expect(recorder.steps).toEqual(["start a", "end a"]);
  expect(recorder.sessions).toMatchObject([{ isClosed: true }]);
  expect([recorder.hasStarted("a"), recorder.hasStarted("b")]).toEqual([true, false]);
});

test("StepRecorder lets transforms fail", async () => {
  const recorder = new StepRecorder({ a: "fails" });
  const session = await recorder.compute.openSession?.();
  await expect(session?.materialize(request("a"))).rejects.toThrow("it fails");
  expect(recorder.steps).toEqual(["start a"]);
});

test("StepRecorder lets transforms wait for their signal, and says when they do", async () => {
  const controller = new AbortController();
  const recorder = new StepRecorder({ a: "waits" }, () => controller.abort("enough"));
  const session = await recorder.compute.openSession?.();
  await expect(session?.materialize(request("a"), { signal: controller.signal })).rejects.toBe("enough");
  await expect(session?.materialize(request("b"), { signal: controller.signal })).rejects.toBe("enough");
  expect(recorder.steps).toEqual(["start a"]);
});
