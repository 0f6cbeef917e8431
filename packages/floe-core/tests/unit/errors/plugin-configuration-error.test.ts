import { describe, expect, test } from "vitest";
import { PluginConfigurationError, type ConfigurationIssue } from "../../../src/errors/plugin-configuration-error.ts";
import { expectForm, expectFrozenCopy } from "../../support/error-form.ts";

const issues: ConfigurationIssue[] = [
  {
    path: "pool.sise",
    rule: "unrecognized_keys",
    message: "is not a known key",
    expected: "no such key",
    received: "number",
    nearest: "size",
  },
  { path: "", rule: "custom", message: "has no path", expected: "a path", received: "object" },
];

describe("PluginConfigurationError", () => {
  test("PluginConfigurationError lists every issue and the nearest known keys", () => {
    expectForm(new PluginConfigurationError({ plugin: "t:a", issues }), {
      name: "PluginConfigurationError",
      code: "FLOE_PLUGIN_CONFIGURATION",
      message: "Cannot configure plugin t:a: pool.sise: is not a known key; has no path",
      hint: 'Did you mean "size" instead of "pool.sise"?',
      fields: { plugin: "t:a", issues },
    });
  });

  test("PluginConfigurationError takes a verb, a reason, a hint and a cause of the caller's", () => {
    const error = new PluginConfigurationError({
      plugin: "t:a",
      verb: "read the configuration of",
      reason: "it was not configured yet",
      hint: "Later.",
      cause: new Error("early"),
    });
    expectForm(error, {
      name: "PluginConfigurationError",
      code: "FLOE_PLUGIN_CONFIGURATION",
      message: "Cannot read the configuration of plugin t:a: it was not configured yet",
      hint: "Later.",
      fields: { plugin: "t:a", issues: [] },
      cause: { name: "Error", message: "early" },
    });
  });

  test("PluginConfigurationError carries a frozen copy", () => {
    const error = new PluginConfigurationError({ plugin: "t:a", issues });
    expectFrozenCopy(error.issues, issues);
    expect(error.issues.every((issue) => Object.isFrozen(issue))).toBe(true);
    expect(issues.some((issue) => Object.isFrozen(issue))).toBe(false);
  });
});
