import { PluginLoadError, PluginNotFoundError, PluginType } from "floe-core";
import { describe, expect, test } from "vitest";
import { reportRefusal } from "../../../src/plugins/report-refusal.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { EMBEDDED_ORCHESTRATOR, readPlugins } from "../../../src/product/read-plugins.ts";
import { problemsOf, readerOf } from "../../support/reader-of.ts";

function report(error: unknown, embedded = false) {
  const reader = readerOf("plugins: { compute: duckbd }");
  const [selection = EMBEDDED_ORCHESTRATOR] = readPlugins(reader, PLUGIN_KEYS);
  reportRefusal(embedded ? EMBEDDED_ORCHESTRATOR : selection, error, reader);
  return problemsOf(reader);
}

const asked = { pluginType: PluginType.COMPUTE, pluginName: "duckbd" };

describe("reportRefusal", () => {
  test("reportRefusal names what is installed and what is near", () => {
    expect(report(new PluginNotFoundError({ ...asked, available: ["duckdb", "spark"], nearest: "duckdb" }))).toEqual([
      {
        file: "floe.yaml",
        line: 1,
        column: 21,
        path: "plugins.compute",
        code: "plugin_not_found",
        message: "there is no plugin duckbd for floe.computes",
        expected: "one of duckdb, spark",
        found: "duckbd",
        nearest: "duckdb",
        remedy: 'Did you mean "duckdb"?',
      },
    ]);
  });

  test("reportRefusal says what to install where nothing is", () => {
    expect(report(new PluginNotFoundError({ ...asked, available: [], hint: "Install one." }))).toMatchObject([
      { expected: "an installed plugin for floe.computes", remedy: "Install one." },
    ]);
  });

  test("reportRefusal passes on why discovery skipped the plugin", () => {
    const skipped = { code: "entry_not_found", package: "p", file: "f", path: "", message: "its file is missing", remedy: "Build it." };
    const [problem] = report(new PluginNotFoundError({ ...asked, available: [], skipped }));
    expect(problem?.message).toContain("its file is missing");
    expect(problem?.remedy).toBe("Build it.");
  });

  test("reportRefusal tells what is missing where no orchestrator was selected", () => {
    const error = new PluginNotFoundError({ pluginType: PluginType.ORCHESTRATOR, pluginName: "local", available: [] });
    expect(report(error, true)).toMatchObject([
      { line: 1, column: 1, path: "plugins.orchestrator", remedy: expect.stringContaining("floe-local-orchestrator") as string },
    ]);
  });

  test("reportRefusal passes on every other reason", () => {
    const error = new PluginLoadError({ plugin: "floe.computes:duckbd", entryPoint: "x", stage: "import", reason: "boom" });
    expect(report(error)).toMatchObject([{ code: "plugin_refused", message: error.message, remedy: error.hint }]);
    expect(report(new Error("odd"))).toMatchObject([{ code: "plugin_refused", message: "odd", found: "duckbd" }]);
  });
});
