import { describe, expect, test } from "vitest";
import { resolveGraph } from "../../../src/dependencies/resolve-graph.ts";
import type { PluginDependency } from "../../../src/plugin/plugin-dependency.ts";
import type { PluginKey } from "../../../src/plugin-key.ts";
import { planActivation, type ActivationStep } from "../../../src/registry/activation-plan.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { PluginStore } from "../../../src/registry/plugin-store.ts";

/** The plan for plugins of one type, given by name with what each depends on. */
function plan(
  plugins: Readonly<Record<string, readonly PluginDependency[]>>,
  select?: readonly PluginKey[],
): readonly ActivationStep[] {
  const store = new PluginStore([]);
  const nodes = Object.entries(plugins).map(([name, dependencies]) => {
    const record = new PluginRecord("floe.secrets", name, undefined);
    store.add(record);
    return { key: record.key, type: record.type, name, version: "1.2.3", dependencies };
  });
  return planActivation(resolveGraph(nodes, select === undefined ? {} : { select }), store, select);
}

function names(steps: readonly ActivationStep[]): string[] {
  return steps.map(({ record }) => record.name);
}

describe("planActivation", () => {
  test("planActivation puts dependencies first, then by key", () => {
    expect(names(plan({ c: ["z"], a: [], z: [], b: ["c"] }))).toStrictEqual(["a", "z", "c", "b"]);
  });

  test("planActivation counts what each step waits for and tells each who waits for it", () => {
    const [base, extra, top] = plan({ top: ["base", { name: "extra", optional: true }], base: [], extra: [] });
    expect([base?.waitingFor, extra?.waitingFor, top?.waitingFor]).toStrictEqual([0, 0, 2]);
    expect(base?.dependents).toStrictEqual([top]);
    expect(extra?.dependents).toStrictEqual([top]);
    expect(top?.requires).toStrictEqual([
      { record: base?.record, optional: false },
      { record: extra?.record, optional: true },
    ]);
  });

  test("planActivation puts what cannot start last, with what is wrong with it", () => {
    const steps = plan({ a: ["absent"], b: [], c: ["a"] });
    expect(names(steps)).toStrictEqual(["b", "a", "c"]);
    expect(steps.map(({ problem }) => problem?.code)).toStrictEqual([undefined, "FLOE_PLUGIN_MISSING_DEPENDENCY", undefined]);
    expect(steps.map(({ waitingFor }) => waitingFor)).toStrictEqual([0, 0, 1]);
  });

  test("planActivation says all that is wrong with one plugin in one error", () => {
    const [, , faulty] = plan({
      b: [],
      c: [],
      faulty: ["absent", "nowhere", { type: "floe.secrets" }, { name: "b", version: "^9.0.0" }],
    });
    expect(faulty?.problem?.message).toMatch(/^Cannot start /);
    expect(faulty?.problem?.toJSON()).toMatchObject({
      missing: [{ dependency: "absent" }, { dependency: "nowhere" }],
      ambiguous: [{ dependency: "floe.secrets" }],
      versionConflicts: [{ range: "^9.0.0" }],
    });
  });

  test("planActivation gives each member of a circle the error with its path", () => {
    const steps = plan({ a: ["b"], b: ["a"], c: ["floe.secrets:c"] });
    expect(steps.map(({ problem }) => problem?.message)).toStrictEqual([
      "Cannot start plugins: they need each other: floe.secrets:a -> floe.secrets:b -> floe.secrets:a",
      "Cannot start plugins: they need each other: floe.secrets:a -> floe.secrets:b -> floe.secrets:a",
      expect.stringContaining("floe.secrets:c -> floe.secrets:c"),
    ]);
    expect(steps.map(({ waitingFor }) => waitingFor)).toStrictEqual([0, 0, 0]);
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
