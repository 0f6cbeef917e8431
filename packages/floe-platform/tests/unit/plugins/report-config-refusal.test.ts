import { PluginConfigurationError, PluginError, type ConfigurationIssue } from "floe-core";
import { describe, expect, test } from "vitest";
import { reportConfigRefusal } from "../../../src/plugins/report-config-refusal.ts";
import { problemsOf, readerOf } from "../../support/reader-of.ts";

class FakeError extends PluginError {}

const YAML = "plugins:\n  compute: { type: duckdb, config: { thread: 2, threads: x } }";
const selection = { name: "duckdb", config: { thread: 2, threads: "x" }, configPath: ["plugins", "compute", "config"] };

function refuse(...issues: ConfigurationIssue[]) {
  const reader = readerOf(YAML);
  reportConfigRefusal(selection, new PluginConfigurationError({ plugin: "floe.computes:duckdb", issues }), reader);
  return problemsOf(reader);
}

describe(reportConfigRefusal.name, () => {
  test("reportConfigRefusal reports an unknown key at the key, with the nearest one", () => {
    const issue = { path: "thread", rule: "unrecognized_keys", message: "unknown key", expected: "one of threads", received: "key" };
    expect(refuse({ ...issue, nearest: "threads" })).toMatchObject([
      { line: 2, column: 38, path: "plugins.compute.config.thread", code: "plugin_config_invalid", nearest: "threads" },
    ]);
  });

  test("reportConfigRefusal reports a wrong value at the value, with what is expected", () => {
    const issue = { path: "threads", rule: "invalid_type", message: "not a number", expected: "number", received: "string" };
    expect(refuse(issue)).toMatchObject([
      { line: 2, column: 58, message: "threads: not a number", expected: "number", found: "string", remedy: "duckdb expects number here." },
    ]);
  });

  test("reportConfigRefusal reports an issue with the whole configuration by the plugin's name", () => {
    const issue = { path: "", rule: "custom", message: "either or", expected: "one of the two", received: "object" };
    expect(refuse(issue)).toMatchObject([{ message: "the configuration of duckdb: either or", path: "plugins.compute.config" }]);
  });

  test("reportConfigRefusal reports what a plugin threw that has no issues, with its hint", () => {
    const reader = readerOf(YAML);
    reportConfigRefusal(selection, new FakeError("X", "Cannot use it: too many threads", { hint: "Take fewer." }), reader);
    reportConfigRefusal(selection, new Error("boom"), reader);
    expect(problemsOf(reader)).toMatchObject([
      { path: "plugins.compute.config", message: "Cannot use it: too many threads", remedy: "Take fewer." },
      { message: "boom", remedy: "See the documentation of duckdb." },
    ]);
  });
});
