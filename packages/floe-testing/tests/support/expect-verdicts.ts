import { join } from "node:path";
import { PluginRegistry } from "floe-core";
import { describe, expect, test } from "vitest";
import type { BrokenManifest } from "../../src/broken/manifests/broken-manifest.ts";
import { createTempProject } from "../../src/temp-project/create-temp-project.ts";

/** Discovers each package in an application of its own and expects the one verdict that the table says. */
export function expectVerdicts(table: string, manifests: readonly BrokenManifest[]): void {
  describe(table, () => {
    test.each(manifests.map((manifest) => [manifest.id, manifest] as const))(
      `${table} %s gets its one verdict`,
      (_, { package: broken, code, path }) => {
        using project = createTempProject({ packages: { "a-package": broken } });
        const report = new PluginRegistry({ cwd: project.path }).discoverAll();
        const file = join(project.packagePath("a-package"), "package.json");
        expect(report.entryPoints).toEqual([]);
        expect(report.skipped).toMatchObject([{ code, path, file, package: "a-package" }]);
        expect(report.skipped).toHaveLength(1);
      },
    );
  });
}
