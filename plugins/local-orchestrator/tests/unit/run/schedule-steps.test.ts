import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scheduleSteps } from "../../../src/run/schedule-steps.ts";
import { planRun, type PlannedStep } from "floe-core";
import { Gates, settled } from "../../../../../packages/floe-core/tests/support/orchestration.ts";
import { transform } from "../../support/transform.ts";

function stepsOf(graph: Record<string, readonly string[]>): readonly PlannedStep[] {
  return planRun(
    Object.entries(graph).map(([name, needs]) => transform(name, needs)),
    undefined,
  );
}

/** A schedule whose steps end when the test says so. */
function scheduled(graph: Record<string, readonly string[]>, concurrency: number) {
  const gates = new Gates<boolean>();
  const controller = new AbortController();
  const skipped: string[] = [];
  const cancelled: string[] = [];
  const done = scheduleSteps(stepsOf(graph), { concurrency, signal: controller.signal }, {
    run: (step) => gates.wait(step.transform.name),
    skipped: (step, root) => skipped.push(`${step} <- ${root}`),
    cancelled: (step) => cancelled.push(step),
  });
  const end = async (name: string, succeeded: boolean): Promise<void> => {
    gates.open(name, succeeded);
    await settled();
  };
  return { gates, controller, skipped, cancelled, done, end };
}

describe("scheduleSteps", () => {
  test("starts a step as soon as its own needs are done, not when a whole wave is", async () => {
    const { gates, done, end } = scheduled({ quick: [], slow: [], next: ["quick"], last: ["slow", "next"] }, 4);
    expect(gates.waiting).toEqual(["quick", "slow"]);
    await end("quick", true);
    expect(gates.waiting).toEqual(["slow", "next"]);
    await end("next", true);
    await end("slow", true);
    await end("last", true);
    await done;
  });

  test("never runs more side by side than it may, and takes ready steps in the order of the plan", async () => {
    const { gates, done, end } = scheduled({ a: [], b: [], c: [], d: ["a"], e: [] }, 2);
    expect(gates.waiting).toEqual(["a", "b"]);
    await end("a", true);
    expect(gates.waiting).toEqual(["b", "c"]);
    await end("b", true);
    expect(gates.waiting).toEqual(["c", "d"]);
    await end("c", true);
    expect(gates.waiting).toEqual(["d", "e"]);
    await end("d", true);
    await end("e", true);
    await done;
  });

  test("skips only what needs a failed step", async () => {
    const { gates, skipped, done, end } = scheduled({ a: [], b: ["a"], c: ["b"], x: [], y: ["x"] }, 4);
    await end("a", false);
    expect(skipped).toEqual(["b <- a", "c <- a"]);
    await end("x", true);
    expect(gates.waiting).toEqual(["y"]);
    await end("y", true);
    await done;
  });

  test("blames the first of several failures", async () => {
    const { skipped, done, end } = scheduled({ a: [], b: [], c: ["a", "b"] }, 4);
    await end("b", false);
    await end("a", false);
    await done;
    expect(skipped).toEqual(["c <- b"]);
  });

  test("starts nothing more after an abort and waits for what runs", async () => {
    const { gates, controller, cancelled, done, end } = scheduled({ a: [], b: [], c: ["a"] }, 1);
    let ended = false;
    void done.then(() => (ended = true));
    controller.abort();
    expect(cancelled).toEqual(["b", "c"]);
    await settled();
    expect(ended).toBe(false);
    await end("a", true);
    await done;
    expect(gates.waiting).toEqual([]);
  });

  test("runs nothing at all when it was aborted before", async () => {
    const cancelled: string[] = [];
    await scheduleSteps(stepsOf({ a: [], b: ["a"] }), { concurrency: 1, signal: AbortSignal.abort() }, {
      run: () => expect.unreachable(),
      skipped: () => expect.unreachable(),
      cancelled: (step) => cancelled.push(step),
    });
    expect(cancelled).toEqual(["a", "b"]);
  });

  test("resolves at once without steps", async () => {
    await expect(scheduled({}, 1).done).resolves.toBeUndefined();
  });

  test("runs a chain of 5,000", async () => {
    const chain = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`t${i}`, i === 0 ? [] : [`t${i - 1}`]]));
    let ran = 0;
    await scheduleSteps(stepsOf(chain), { concurrency: 4, signal: new AbortController().signal }, {
      run: async () => (ran += 1) > 0,
      skipped: () => expect.unreachable(),
      cancelled: () => expect.unreachable(),
    });
    expect(ran).toBe(5000);
  });

  test("ends every step of any graph exactly once, within its bound and after its needs", async () => {
    const runs = fc.record({
      edges: fc.array(fc.array(fc.nat(), { maxLength: 3 }), { maxLength: 25 }),
      failing: fc.set(fc.nat(24)),
      concurrency: fc.integer({ min: 1, max: 5 }),
      abortAfter: fc.option(fc.nat(25)),
      delays: fc.array(fc.nat(4), { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(runs, async ({ edges, failing, concurrency, abortAfter, delays }) => {
        const steps = stepsOf(
          Object.fromEntries(edges.map((to, i) => [`t${i}`, i === 0 ? [] : to.map((target) => `t${target % i}`)])),
        );
        const needsOf = new Map(steps.map((step) => [step.transform.name, step.needs]));
        const controller = new AbortController();
        const succeeded = new Set<string>();
        const failed = new Set<string>();
        const ended: string[] = [];
        const roots = new Map<string, string>();
        let running = 0;
        let started = 0;
        await scheduleSteps(steps, { concurrency, signal: controller.signal }, {
          run: async ({ transform: { name }, needs }) => {
            expect(controller.signal.aborted).toBe(false);
            for (const need of needs) expect(succeeded).toContain(need);
            running += 1;
            expect(running).toBeLessThanOrEqual(concurrency);
            for (let turns = delays[started++ % delays.length] ?? 0; turns > 0; turns -= 1) await Promise.resolve();
            running -= 1;
            ended.push(name);
            if (ended.length === abortAfter) controller.abort();
            const good = !failing.has(Number(name.slice(1)));
            (good ? succeeded : failed).add(name);
            return good;
          },
          skipped: (name, root) => {
            expect(failed).toContain(root);
            roots.set(name, root);
            ended.push(name);
          },
          cancelled: (name) => {
            expect(controller.signal.aborted).toBe(true);
            ended.push(name);
          },
        });
        expect([...ended].sort()).toEqual([...needsOf.keys()].sort());
        for (const [name, root] of roots) {
          expect(needsOf.get(name)?.some((need) => need === root || roots.get(need) === root)).toBe(true);
        }
      }),
    );
  });
});
