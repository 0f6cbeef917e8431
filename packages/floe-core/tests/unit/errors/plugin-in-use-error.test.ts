import { describe, expect, test } from "vitest";
import { PluginInUseError } from "../../../src/errors/plugin-in-use-error.ts";
import type { PluginKey } from "../../../src/plugin-key.ts";
import { expectForm, expectFrozenCopy } from "../../support/error-form.ts";

const dependents: PluginKey[] = ["t:b", "t:c"];

describe("PluginInUseError", () => {
  test("PluginInUseError names every active dependent", () => {
    expectForm(new PluginInUseError({ plugin: "t:a", dependents }), {
      name: "PluginInUseError",
      code: "FLOE_PLUGIN_IN_USE",
      message: "Cannot unregister plugin t:a: t:b, t:c depend on it",
      hint: "Shut these down first: shutdown() of a plugin stops its dependents too.",
      fields: { plugin: "t:a", dependents },
    });
  });

  test("PluginInUseError names a single one", () => {
    expect(new PluginInUseError({ plugin: "t:a", dependents: ["t:b"] }).message).toBe("Cannot unregister plugin t:a: t:b depends on it");
  });

  test("PluginInUseError carries a frozen copy", () => {
    expectFrozenCopy(new PluginInUseError({ plugin: "t:a", dependents }).dependents, dependents);
  });
});
