import { brokenPackages, brokenPlugins, createTempProject, runPackageContract, soundPlugins, type PackageContractReport, type TempPackage } from "floe-testing";
import { describe, expect, test } from "vitest";

/** What the package suite finds of a package in a project. */
async function contractOf(tested: TempPackage, others: Readonly<Record<string, TempPackage>> = {}): Promise<PackageContractReport> {
  using project = createTempProject({ packages: { "broken-package": tested, ...others } });
  return await runPackageContract(project.packagePath("broken-package"));
}

function brokenClauses({ clauses, plugins }: PackageContractReport): readonly string[] {
  const all = [...clauses, ...plugins.flatMap((plugin) => plugin.clauses)];
  return all.filter(({ result }) => result === "broken").map(({ clause }) => clause).sort();
}

const modules = brokenPlugins.filter(({ source }) => source.kind === "package");

describe("runPackageContract", () => {
  test.each(modules.map((plugin) => [plugin.title, plugin] as const))("runPackageContract fails a plugin %s, at that clause", async (_, plugin) => {
    if (plugin.source.kind !== "package") throw new Error("only packages were chosen");
    const report = await contractOf(plugin.source.package);
    expect(brokenClauses(report)).toEqual([plugin.violates, ...(plugin.entails ?? [])].sort());
    expect(report.ok).toBe(false);
  });

  test.each(brokenPackages.map((one) => [one.title, one] as const))("runPackageContract fails a package %s, at that clause, in time", async (_, one) => {
    const began = performance.now();
    const report = await contractOf(one.package, one.others);
    expect(brokenClauses(report)).toEqual([one.violates]);
    expect(report.ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(25_000);
  });

  test.each(soundPlugins.map((plugin) => [plugin.title, plugin] as const))("runPackageContract passes a plugin %s", async (_, plugin) => {
    const report = await contractOf(plugin.package);
    // The tool that looks at exports does not read such a file.
    const unread = plugin.id === "byte-order-mark" ? ["package/exports-agree"] : [];
    const lost = [...report.clauses, ...report.plugins.flatMap(({ clauses }) => clauses)].filter(({ result }) => /broken|untried/.test(result));
    expect(lost.map(({ clause }) => clause)).toEqual(unread);
    expect(report).toMatchObject({ ok: true, plugins: [{ ok: true, plugin: `${plugin.type}:${plugin.id}` }] });
  });
});
