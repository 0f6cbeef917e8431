import { PluginRegistry } from "floe-core";
import { brokenManifests, createTempProject, pluginPackage, type TempPackage, type TempProject } from "floe-testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * 200 packages, every second one broken, in every way that the corpus of floe-testing knows. What is good is
 * found and started, what is broken gets its own verdict, and nothing throws.
 */

const PAIRS = 100;

const broken = Array.from({ length: PAIRS }, (_, index) => {
  const kind = brokenManifests[index % brokenManifests.length];
  if (kind === undefined) throw new Error("the corpus is empty");
  return { name: `broken-${String(index).padStart(3, "0")}`, kind };
});
const good = Array.from({ length: PAIRS }, (_, index) => `good-${String(index).padStart(3, "0")}`);

let project: TempProject;
beforeAll(() => {
  const packages: Record<string, TempPackage> = {};
  for (const { name, kind } of broken) packages[name] = kind.package;
  for (const [index, name] of good.entries()) {
    const dependencies = index === 0 ? [] : [`floe.computes:${good[index - 1] ?? ""}`];
    packages[name] = pluginPackage({ type: "floe.computes", name, dependencies });
  }
  project = createTempProject({ packages });
});
afterAll(() => {
  project.remove();
});

describe("100 broken packages among 200", () => {
  test("are broken in at least 30 different ways", () => {
    expect(new Set(broken.map(({ kind }) => kind.id)).size).toBeGreaterThanOrEqual(30);
  });

  test("get one verdict each, the right one, and hide no good one", () => {
    const report = new PluginRegistry({ cwd: project.path }).discoverAll();
    expect(report.entryPoints.map(({ name }) => name)).toEqual(good);
    expect(report.conflicts).toEqual([]);
    expect(report.skipped).toHaveLength(PAIRS);
    const root = project.path;
    for (const { name, kind } of broken) {
      const verdicts = report.skipped.filter(({ file }) => file.startsWith(`${root}/node_modules/${name}/`));
      expect(verdicts.map(({ code, path }) => ({ name, code, path }))).toEqual([{ name, code: kind.code, path: kind.path }]);
      expect(verdicts[0]?.message).not.toBe("");
      expect(verdicts[0]?.remedy).not.toBe("");
    }
  });

  test("keep no good plugin from starting", async () => {
    await using registry = new PluginRegistry({ cwd: project.path });
    registry.discoverAll();
    const report = await registry.activateAll();
    expect(report.plugins.filter(({ state }) => state !== "active")).toEqual([]);
    expect(report.plugins).toHaveLength(PAIRS);
    expect((await registry.healthCheckAll()).overall).toBe("healthy");
  });

  test("make the same report every time", () => {
    const look = (): unknown => ({ ...new PluginRegistry({ cwd: project.path }).discoverAll(), durationMs: 0 });
    expect(look()).toEqual(look());
  });
});
