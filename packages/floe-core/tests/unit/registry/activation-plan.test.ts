import { describe, expect, test } from "vitest";
import { resolveGraph } from "../../../src/dependencies/resolve-graph.ts";
import type { PluginDependency } from "../../../src/plugin/plugin-dependency.ts";
import type { PluginKey } from "../../../src/plugin-key.ts";
import { PluginStartupError } from "../../../src/errors/plugin-startup-error.ts";
import { planActivation, type ActivationPlan, type ActivationStep } from "../../../src/registry/activation-plan.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";

/** The plan for plugins of one type, given by name with what each depends on. */
function plan(
  plugins: Readonly<Record<string, readonly PluginDependency[]>>,
  select?: readonly PluginKey[],
): ActivationPlan {
  const records = Object.entries(plugins).map(([name, dependencies]) => {
    const record = new PluginRecord("floe.secrets", name, undefined);
    record.facts = { version: "1.2.3", apiVersion: "1.0", description: "", dependencies };
    return record;
  });
  return planActivation(resolveGraph(records, select === undefined ? {} : { select }), select);
}

function names({ steps }: { readonly steps: readonly ActivationStep[] }): string[] {
  return steps.map(({ record }) => record.name);
}

describe("planActivation", () => {
  test("planActivation puts dependencies first, then by key", () => {
    expect(names(plan({ c: ["z"], a: [], z: [], b: ["c"] }))).toStrictEqual(["a", "z", "c", "b"]);
  });

  test("planActivation tells what each step needs, and who waits for nothing", () => {
    const { steps, ready } = plan({ top: ["base", { name: "extra", optional: true }], base: [], extra: [] });
    const [base, extra, top] = steps as [ActivationStep, ActivationStep, ActivationStep];
    expect(ready).toStrictEqual([base, extra]);
    expect(top.required).toStrictEqual([base.record]);
    expect(top.optional).toStrictEqual([extra.record]);
  });

  test("planActivation.release answers by key who waits for nothing any more", () => {
    const { steps, release } = plan({ c: ["base"], b: ["base", "other"], a: ["base"], other: [], base: [] });
    const [base, other, a, b, c] = steps as [ActivationStep, ActivationStep, ActivationStep, ActivationStep, ActivationStep];
    expect(release(base)).toStrictEqual([a, c]);
    expect(release(other)).toStrictEqual([b]);
    expect(release(c)).toStrictEqual([]);
  });

  test("planActivation.release tells those that need a failed step, and not those that can do without it", () => {
    const { steps, release } = plan({ a: ["base"], b: [{ name: "base", optional: true }], base: [] });
    const [base, a, b] = steps as [ActivationStep, ActivationStep, ActivationStep];
    base.error = new PluginStartupError({ plugin: base.record.key, reason: "no" });
    expect(release(base)).toStrictEqual([a, b]);
    expect([a.failedDependency, b.failedDependency]).toStrictEqual([base, undefined]);
  });

  test("planActivation leaves an optional dependency that cannot start out of what is waited for", () => {
    const { steps, ready, release } = plan({ a: [{ name: "bad", optional: true }], bad: ["absent"] });
    const [a, bad] = steps as [ActivationStep, ActivationStep];
    expect([a.record.name, a.optional]).toStrictEqual(["a", []]);
    expect(ready).toStrictEqual([a, bad]);
    expect(release(bad)).toStrictEqual([]);
  });

  test("planActivation puts what cannot start last, with what is wrong with it", () => {
    const { steps, ready } = plan({ a: ["absent"], b: [], c: ["a"] });
    expect(names({ steps })).toStrictEqual(["b", "a", "c"]);
    expect(steps.map(({ problem }) => problem?.code)).toStrictEqual([undefined, "FLOE_PLUGIN_MISSING_DEPENDENCY", undefined]);
    expect(names({ steps: ready })).toStrictEqual(["b", "a"]);
  });

  test("planActivation says all that is wrong with one plugin in one error", () => {
    const { steps } = plan({
      b: [],
      c: [],
      faulty: ["absent", "nowhere", { type: "floe.secrets" }, { name: "b", version: "^9.0.0" }],
    });
    const faulty = steps[2];
    expect(faulty?.problem?.message).toMatch(/^Cannot start /);
    expect(faulty?.problem?.toJSON()).toMatchObject({
      missing: [{ dependency: "absent" }, { dependency: "nowhere" }],
      ambiguous: [{ dependency: "floe.secrets" }],
      versionConflicts: [{ range: "^9.0.0" }],
    });
  });

  test("planActivation gives each member of a circle the error with its path", () => {
    const { steps, ready } = plan({ a: ["b"], b: ["a"], c: ["floe.secrets:c"] });
    expect(steps.map(({ problem }) => problem?.message)).toStrictEqual([
      "Cannot start plugins: they need each other: floe.secrets:a -> floe.secrets:b -> floe.secrets:a",
      "Cannot start plugins: they need each other: floe.secrets:a -> floe.secrets:b -> floe.secrets:a",
      expect.stringContaining("floe.secrets:c -> floe.secrets:c"),
    ]);
    expect(ready).toStrictEqual(steps);
  });

  test("planActivation with a selection leaves out what only a plugin that cannot start would have needed", () => {
    const steps = plan({ top: ["middle", "fine"], middle: ["absent", "also-fine"], fine: [], "also-fine": [] }, ["floe.secrets:top"]);
    expect(names(steps)).toStrictEqual(["middle", "top"]);
  });

  test("planActivation with a selection keeps what a plugin that can start needs too", () => {
    const plugins = { bad: ["absent", "shared"], good: ["shared"], shared: [], other: [] };
    expect(names(plan(plugins, ["floe.secrets:bad", "floe.secrets:good"]))).toStrictEqual(["shared", "good", "bad"]);
  });

  test("planActivation passes over a selected key that is not known", () => {
    expect(names(plan({ a: [] }, ["floe.secrets:a", "floe.secrets:absent"]))).toStrictEqual(["a"]);
  });
});
