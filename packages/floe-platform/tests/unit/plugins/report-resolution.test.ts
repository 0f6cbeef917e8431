import { expect, test } from "vitest";
import { reportResolution } from "../../../src/plugins/report-resolution.ts";
import { problemsOf, readerOf } from "../../support/reader-of.ts";

const nothing = { order: [], waves: [], missing: [], ambiguous: [], versionConflicts: [], cycles: [], blocked: [] };

test("reportResolution reports everything in the way, where the plugin that has it stands", () => {
  const reader = readerOf("plugins:\n  compute: a\n  catalog: b");
  reportResolution(
    {
      ...nothing,
      missing: [
        { plugin: "floe.computes:a", dependency: "secrts", nearest: "secrets" },
        { plugin: undefined, dependency: "floe.dbt:x" },
      ],
      ambiguous: [{ plugin: "floe.catalogs:b", dependency: "one", candidates: ["floe.dbt:one", "floe.storage:one"] }],
      versionConflicts: [{ plugin: "floe.catalogs:b", dependency: "floe.computes:a", range: "^2.0.0", found: "1.0.0" }],
      cycles: [["floe.catalogs:b", "floe.computes:a", "floe.catalogs:b"]],
    },
    reader,
    (key) => ["plugins", ...(key === undefined ? [] : [key === "floe.computes:a" ? "compute" : "catalog"])],
  );
  expect(problemsOf(reader).map(({ line, column, code, message }) => [line, column, code, message])).toEqual([
    [2, 3, "plugin_dependency", "the product needs floe.dbt:x, which is not known"],
    [2, 12, "plugin_dependency", "floe.computes:a needs secrts, which is not known"],
    [3, 12, "plugin_dependency", "floe.catalogs:b needs one, which several plugins may be"],
    [3, 12, "plugin_dependency", "floe.catalogs:b needs floe.computes:a ^2.0.0"],
    [3, 12, "plugin_dependency", "plugins need each other: floe.catalogs:b -> floe.computes:a -> floe.catalogs:b"],
  ]);
});

test("reportResolution has nothing to say where all is well", () => {
  const reader = readerOf("plugins: {}");
  reportResolution(nothing, reader, () => []);
  expect(problemsOf(reader)).toEqual([]);
});
