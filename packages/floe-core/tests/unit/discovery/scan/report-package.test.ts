import path from "node:path";
import { describe, expect, test } from "vitest";
import type { FoundPackage } from "../../../../src/discovery/scan/found-package.ts";
import { NodeModulesLayout } from "../../../../src/discovery/scan/node-modules-layout.ts";
import { reportPackage, type PackageFindings } from "../../../../src/discovery/scan/report-package.ts";
import { GROUPS, verdictsOf } from "../support/requests.ts";
import { tempTree } from "../support/temp-tree.ts";

function report(floe: unknown, application = false): PackageFindings & { folder: string } {
  const folder = tempTree({ "dist/plugin.js": "" });
  const manifest = { name: "pkg", version: "1.2.3", floe };
  const file = path.join(folder, "package.json");
  const found: FoundPackage = { folder, file, manifest, dependencies: [], label: "pkg", distance: 1 };
  return { ...reportPackage(found, { groups: GROUPS, application }, new NodeModulesLayout(folder)), folder };
}

describe("reportPackage", () => {
  test("makes entry points of what is well formed and there", () => {
    const { entries, skipped, folder } = report({
      apiVersion: "1.0",
      computes: { duckdb: { entry: "./dist/plugin.js#Plugin", description: "d", dependencies: ["x"] } },
    });
    expect(skipped).toEqual([]);
    expect(entries).toEqual([
      {
        entryPoint: {
          key: "floe.computes:duckdb",
          type: "floe.computes",
          name: "duckdb",
          file: path.join(folder, "dist/plugin.js"),
          export: "Plugin",
          apiVersion: "1.0",
          description: "d",
          dependencies: ["x"],
          package: { name: "pkg", version: "1.2.3", path: folder },
        },
      },
    ]);
  });

  test("gives every other entry a verdict, and lets none hide another", () => {
    const { entries, ...rest } = report({
      computes: { good: "./dist/plugin.js", gone: "./dist/gone.js", folder: "./dist" },
      dbt: { Bad: "./dist/plugin.js" },
    });
    expect(entries.map(({ entryPoint }) => entryPoint.name)).toEqual(["good"]);
    expect(verdictsOf(rest)).toEqual([
      "name_invalid floe.dbt.Bad",
      "entry_not_found floe.computes.gone",
      "entry_not_a_file floe.computes.folder",
    ]);
    expect(rest.skipped[1]?.message).toBe(
      'Cannot accept plugin floe.computes:gone: its file "./dist/gone.js" does not exist',
    );
  });

  test("hands on the application's preferences only", () => {
    const floe = { prefer: { "floe.dbt:core": "a" } };
    expect(report(floe, true).prefer).toEqual({ "floe.dbt:core": "a" });
    expect(report(floe).prefer).toEqual({});
  });
});
