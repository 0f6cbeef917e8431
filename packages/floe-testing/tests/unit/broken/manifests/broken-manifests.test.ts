import { PluginRegistry } from "floe-core";
import { expect, test } from "vitest";
import { brokenManifests } from "../../../../src/broken/manifests/broken-manifests.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";
import { pluginPackage } from "../../../../src/temp-project/plugin-package.ts";

test("brokenManifests are broken in more than thirty ways, each with an id of its own", () => {
  const ids = brokenManifests.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(30);
});

test("brokenManifests cover every verdict that a package alone can get", () => {
  expect([...new Set(brokenManifests.map(({ code }) => code))].sort()).toEqual([
    "api_version_invalid",
    "block_invalid",
    "dependencies_invalid",
    "description_invalid",
    "entry_invalid",
    "entry_not_a_file",
    "entry_not_found",
    "entry_outside_package",
    "group_invalid",
    "group_unknown",
    "manifest_invalid_encoding",
    "manifest_invalid_json",
    "manifest_too_large",
    "manifest_unreadable",
    "name_invalid",
    "package_name_invalid",
    "package_version_invalid",
  ]);
});

test("brokenManifests all in one application hide none of the good plugins between them", () => {
  const packages = brokenManifests.flatMap((broken, index) => [
    [`broken-${index}`, broken.package] as const,
    [`good-${index}`, pluginPackage({ type: "floe.computes", name: `good-${index}` })] as const,
  ]);
  using project = createTempProject({ packages: Object.fromEntries(packages) });
  const report = new PluginRegistry({ cwd: project.path }).discoverAll();
  expect(report.entryPoints).toHaveLength(brokenManifests.length);
  const verdicts = report.skipped.map((verdict) => [verdict.package, verdict.code, verdict.path]);
  const expected = brokenManifests.map(({ code, path }, index) => [`broken-${index}`, code, path]);
  expect(verdicts.sort()).toEqual(expected.sort());
});
