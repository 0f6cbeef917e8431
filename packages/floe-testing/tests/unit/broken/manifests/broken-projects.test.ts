import { PluginRegistry } from "floe-core";
import { describe, expect, test } from "vitest";
import { brokenProjects } from "../../../../src/broken/manifests/broken-projects.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

describe("brokenProjects", () => {
  test.each(brokenProjects.map((broken) => [broken.id, broken] as const))(
    "brokenProjects %s gets its one verdict",
    (_, { project: options, code, path }) => {
      using project = createTempProject(options);
      const report = new PluginRegistry({ cwd: project.path }).discoverAll();
      expect(report.skipped).toMatchObject([{ code, path }]);
      expect(report.skipped).toHaveLength(1);
    },
  );

  test("brokenProjects have ids of their own", () => {
    expect(new Set(brokenProjects.map(({ id }) => id)).size).toBe(brokenProjects.length);
  });
});
