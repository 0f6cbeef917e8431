import { PluginConfigurationError, PluginError } from "floe-core";
import { describe, expect, test } from "vitest";
import { configIssues } from "../../../src/plugins/config-issues.ts";

class FakeError extends PluginError {}

describe(configIssues.name, () => {
  test("configIssues gives what a schema found wrong", () => {
    const issues = [{ path: "a", rule: "invalid_type", message: "Required", expected: "string", received: "undefined" }];
    const error = new PluginConfigurationError({ plugin: "floe.computes:duckdb", issues });
    expect(configIssues(error)).toMatchObject(issues);
  });

  test("configIssues gives nothing for whatever else was thrown", () => {
    for (const thrown of [new FakeError("X", "no"), new Error("no"), { issues: [1] }, undefined]) {
      expect(configIssues(thrown)).toEqual([]);
    }
  });
});
