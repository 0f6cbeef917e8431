import { FLOE_PLUGIN_API_VERSION } from "floe-core";
import { expect, test } from "vitest";
import { pluginsDocument } from "../../../src/json/plugins-document.ts";
import { plugins } from "../../support/results.ts";

test("pluginsDocument carries the plugins and what discovery did not accept", () => {
  const report = { entryPoints: [], skipped: [], conflicts: [], packagesRead: 3, durationMs: 1, fromCache: false };
  expect(pluginsDocument([...plugins, { ...plugins[0]!, apiVersion: "9.0" }], report)).toMatchObject({
    version: "1.0",
    command: "plugins list",
    ok: true,
    apiVersion: FLOE_PLUGIN_API_VERSION,
    plugins: [
      { key: "floe.computes:duckdb", isCompatible: true },
      { key: "floe.orchestrators:local", isCompatible: null },
      { isCompatible: false },
    ],
    skipped: [],
    conflicts: [],
    packagesRead: 3,
    durationMs: 1,
  });
});
