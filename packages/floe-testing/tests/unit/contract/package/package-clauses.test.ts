import { describe, expect, test } from "vitest";
import { readAuthorPackage } from "../../../../src/contract/package/author-package.ts";
import { PACKAGE_CLAUSES } from "../../../../src/contract/package/package-clauses.ts";
import { runPackageClauses } from "../../../../src/contract/package/run-package-clauses.ts";
import { BROKEN_PACKAGING } from "../../../../src/broken/packages/broken-packaging.ts";
import { soundPlugins } from "../../../../src/broken/sound-plugins.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";
import type { TempPackage } from "../../../../src/temp-project/temp-package.ts";

/** The clauses that a package breaks, as it is: without packing it. */
async function brokenBy(tested: TempPackage, others: Readonly<Record<string, TempPackage>> = {}): Promise<readonly string[]> {
  using project = createTempProject({ packages: { "broken-package": tested, ...others } });
  const folder = project.packagePath("broken-package");
  const author = readAuthorPackage(folder);
  const installed = async () => ({ application: project.path, folder, manifest: author.manifest });
  const options = { skip: {}, signal: new AbortController().signal, onOutcome: () => {} };
  const outcomes = await runPackageClauses(PACKAGE_CLAUSES, { author, installed }, options);
  return outcomes.filter(({ result }) => result === "broken").map(({ clause, reason }) => `${clause}: ${reason}`);
}

/** Broken by what is missing in a tarball, which takes one to be seen. */
const PACKED = ["entry-not-in-files", "import-not-in-files"];
const whole = BROKEN_PACKAGING.filter(({ id }) => !PACKED.includes(id));

describe("PACKAGE_CLAUSES", () => {
  test.each(whole.map((one) => [one.title, one] as const))("PACKAGE_CLAUSES fail a package %s, at one clause", async (_, one) => {
    expect(await brokenBy(one.package, one.others)).toEqual([expect.stringContaining(`${one.violates}: `)]);
  });

  test.each(soundPlugins.map((one) => [one.title, one] as const))("PACKAGE_CLAUSES pass a plugin %s", async (_, one) => {
    expect(await brokenBy(one.package)).toEqual([]);
  });

  test("PACKAGE_CLAUSES say what to do about a file that only the author has", async () => {
    using author = createTempProject({ files: { "dist/plugin.js": "" }, floe: { apiVersion: "1.0", dbt: { mine: "./dist/plugin.js" } } });
    using project = createTempProject({ packages: { mine: { name: "temp-app", floe: { apiVersion: "1.0", dbt: { mine: "./dist/plugin.js" } } } } });
    const installed = async () => ({ application: project.path, folder: project.packagePath("mine"), manifest: { name: "temp-app" } });
    const clause = PACKAGE_CLAUSES.find(({ id }) => id === "package/has-its-files");
    await expect(clause?.check({ author: readAuthorPackage(author.path), installed })).rejects.toThrow(
      '"./dist/plugin.js" is in the folder and not in the tarball: add it to "files" in package.json',
    );
  });
});
