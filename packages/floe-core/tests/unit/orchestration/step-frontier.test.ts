import { describe, expect, test } from "vitest";
import { StepFrontier } from "../../../src/orchestration/step-frontier.ts";
import { planRun } from "../../../src/orchestration/plan-run.ts";
import { transform } from "../../support/orchestration.ts";

/** Steps as `name: needs`, in dependency order. */
function frontierOf(graph: Record<string, readonly string[]>): StepFrontier {
  return new StepFrontier(planRun(Object.entries(graph).map(([name, needs]) => transform(name, needs)), undefined));
}

function takeAll(frontier: StepFrontier): string[] {
  const taken: string[] = [];
  for (let step = frontier.take(); step !== undefined; step = frontier.take()) taken.push(step.transform.name);
  return taken;
}

describe("StepFrontier", () => {
  test("has every step without needs ready, in the order of the plan", () => {
    const frontier = frontierOf({ c: [], a: [], b: ["a"] });
    expect(takeAll(frontier)).toEqual(["c", "a"]);
    expect(frontier.take()).toBeUndefined();
  });

  test("makes a step ready once the last of its needs has succeeded", () => {
    const frontier = frontierOf({ a: [], b: [], c: ["a", "b"] });
    takeAll(frontier);
    frontier.succeed("b");
    expect(takeAll(frontier)).toEqual([]);
    frontier.succeed("a");
    expect(takeAll(frontier)).toEqual(["c"]);
  });

  test("puts what becomes ready in the place it has in the plan", () => {
    const frontier = frontierOf({ a: [], b: ["a"], c: [], d: ["a"], e: [] });
    expect(frontier.take()?.transform.name).toBe("a");
    frontier.succeed("a");
    expect(takeAll(frontier)).toEqual(["b", "c", "d", "e"]);
  });

  test("fails what needs a failed step, directly and further down, each once", () => {
    const frontier = frontierOf({ a: [], x: [], d: ["x"], b: ["a"], c: ["a", "b"], e: ["c", "d"] });
    takeAll(frontier);
    expect(frontier.fail("a")).toEqual(["b", "c", "e"]);
    expect(frontier.fail("x")).toEqual(["d"]);
  });

  test("never makes a skipped step ready", () => {
    const frontier = frontierOf({ a: [], b: [], c: ["a", "b"] });
    takeAll(frontier);
    frontier.fail("a");
    frontier.succeed("b");
    expect(takeAll(frontier)).toEqual([]);
  });

  test("abandons what has not started, and only that", () => {
    const frontier = frontierOf({ a: [], b: [], c: ["a"], d: ["b"] });
    frontier.take();
    frontier.fail("a");
    expect(frontier.abandon()).toEqual(["b", "d"]);
    expect(frontier.take()).toBeUndefined();
    expect(frontier.abandon()).toEqual([]);
  });

  test("ignores names it does not know", () => {
    const frontier = frontierOf({ a: [] });
    frontier.succeed("other");
    expect(frontier.fail("other")).toEqual([]);
    expect(takeAll(frontier)).toEqual(["a"]);
  });
});
