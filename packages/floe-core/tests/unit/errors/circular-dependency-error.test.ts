import { describe, expect, test } from "vitest";
import { CircularDependencyError } from "../../../src/errors/circular-dependency-error.ts";
import type { PluginKey } from "../../../src/plugin-key.ts";
import { expectForm, expectFrozenCopy } from "../../support/error-form.ts";

const cycles: PluginKey[][] = [["t:a", "t:a"], ["t:b", "t:c", "t:b"]];

describe("CircularDependencyError", () => {
  test("CircularDependencyError shows every closed path", () => {
    expectForm(new CircularDependencyError({ cycles }), {
      name: "CircularDependencyError",
      code: "FLOE_PLUGIN_CIRCULAR_DEPENDENCY",
      message: "Cannot order plugins: they need each other: t:a -> t:a; t:b -> t:c -> t:b",
      hint: "Remove one of the dependencies on each path.",
      fields: { cycles },
    });
  });

  test("CircularDependencyError says what could not be done", () => {
    expect(new CircularDependencyError({ verb: "start", cycles }).message).toMatch(/^Cannot start plugins: /);
  });

  test("CircularDependencyError carries a frozen copy", () => {
    const error = new CircularDependencyError({ cycles });
    expectFrozenCopy(error.cycles, cycles);
    for (const [index, cycle] of error.cycles.entries()) expectFrozenCopy(cycle, cycles[index] ?? []);
  });
});
