import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { create } from "tar";
import { describe, expect, test } from "vitest";
import { readAuthorPackage } from "../../../../src/contract/package/author-package.ts";
import { declaredBy, installPackage, linkInstalled, type InstalledPackage } from "../../../../src/contract/package/install-package.ts";
import { createTempProject, type TempProject } from "../../../../src/temp-project/create-temp-project.ts";
import { pluginPackage } from "../../../../src/temp-project/plugin-package.ts";
import type { TempPackage } from "../../../../src/temp-project/temp-package.ts";

/** A project whose package `mine` is packed and installed. */
async function installing(mine: TempPackage, others: Readonly<Record<string, TempPackage>> = {}): Promise<{ project: TempProject; installed: InstalledPackage }> {
  const project = createTempProject({ packages: { mine: pluginPackage({ type: "floe.dbt", name: "mine", package: mine }), ...others } });
  const file = join(project.path, "mine.tgz");
  const folder = project.packagePath("mine");
  project.write("application/x", "");
  await create({ gzip: true, file, cwd: folder, prefix: "package" }, ["package.json", "plugin.js"]);
  try {
    return { project, installed: await installPackage(file, readAuthorPackage(folder), join(project.path, "application")) };
  } catch (error) {
    project.remove();
    throw error;
  }
}

describe("installPackage", () => {
  test("installPackage unpacks beside what is declared, as the author has it, and beside nothing else", async () => {
    const { project, installed } = await installing(
      { dependencies: ["declared"], manifest: { optionalDependencies: { "not-there": "*" } } },
      { declared: { direct: false }, undeclared: {} },
    );
    using _ = project;
    const at = (name: string): string => join(installed.application, "node_modules", name);
    expect(installed.folder).toBe(at("mine"));
    expect(installed.manifest).toMatchObject({ name: "mine", floe: { dbt: {} } });
    expect(realpathSync(at("mine"))).toBe(at("mine"));
    expect(realpathSync(at("declared"))).toBe(project.packagePath("declared"));
    expect(existsSync(at("floe-core"))).toBe(true);
    expect(["undeclared", "not-there"].map((name) => existsSync(at(name)))).toEqual([false, false]);
  });

  test("installPackage names what its author has not installed, with a remedy", async () => {
    await expect(installing({ manifest: { dependencies: { "not-there": "*" } } })).rejects.toMatchObject({
      code: "FLOE_CONTRACT_SETUP",
      message: expect.stringContaining("mine depends on not-there"),
      hint: expect.stringContaining("Install"),
    });
  });
});

describe("linkInstalled", () => {
  test("linkInstalled says whether there is something to link, and can be asked twice", () => {
    using project = createTempProject({ packages: { mine: { floe: { dbt: { mine: "./x.js" } } }, "@scope/other": {} } });
    const author = readAuthorPackage(project.packagePath("mine"));
    const application = join(project.path, "application");
    expect([1, 2].map(() => linkInstalled("@scope/other", author, application))).toEqual([true, true]);
    expect(linkInstalled("nothing", author, application)).toBe(false);
  });
});

describe("declaredBy", () => {
  test("declaredBy tells what has to be there from what may be missing", () => {
    const manifest = {
      dependencies: { a: "*", b: "*" },
      peerDependencies: { a: "*", c: "*", d: "*" },
      peerDependenciesMeta: { c: { optional: true }, d: { optional: false } },
      optionalDependencies: { b: "*" },
      devDependencies: { e: "*" },
    };
    expect(declaredBy(manifest)).toEqual({ required: ["a", "d"], optional: ["b", "c"] });
    expect(declaredBy({})).toEqual({ required: [], optional: [] });
  });
});
