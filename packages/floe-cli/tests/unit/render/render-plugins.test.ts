import { describe, expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderInstalledPlugins, renderProductPlugins } from "../../../src/render/render-plugins.ts";
import { plugins } from "../../support/results.ts";

test("renderProductPlugins shows key, version and package", () => {
  expect(renderProductPlugins(plugins, plainTheme)).toBe(
    [
      "PLUGIN                    VERSION  PACKAGE",
      "floe.computes:duckdb      1.2.3    floe-duckdb-compute",
      "floe.orchestrators:local  2.0.0    (registered)",
    ].join("\n"),
  );
});

describe("renderInstalledPlugins", () => {
  test("renderInstalledPlugins shows the plugin API and the description, too", () => {
    expect(renderInstalledPlugins(plugins, plainTheme).split("\n").slice(1)).toEqual([
      "floe.computes:duckdb      1.2.3    1.0         floe-duckdb-compute  SQL in DuckDB",
      "floe.orchestrators:local  2.0.0    not stated  (registered)",
    ]);
  });

  test("renderInstalledPlugins has no column for descriptions if there are none", () => {
    const bare = plugins.map((plugin) => ({ ...plugin, description: "" }));
    expect(renderInstalledPlugins(bare, plainTheme).split("\n")[0]).toBe("PLUGIN                    VERSION  API         PACKAGE");
  });

  test("renderInstalledPlugins marks what cannot be used", () => {
    const [plugin] = plugins;
    const other = { name: "other-duckdb", version: "1.0.0", path: "p" };
    const text = renderInstalledPlugins(
      [
        { ...plugin!, apiVersion: "9.0" },
        { ...plugin!, conflict: [plugin!.package!, other] },
      ],
      plainTheme,
    );
    expect(text).toContain("9.0 (incompatible)");
    expect(text).toContain("floe-duckdb-compute or other-duckdb (conflict)");
  });
});
