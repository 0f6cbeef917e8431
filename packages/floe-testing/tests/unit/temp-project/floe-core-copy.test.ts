import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createTempProject, type TempProject } from "../../../src/temp-project/create-temp-project.ts";
import { copyCore, copyFloeCore, coreDependencies, findFloeCore, floeCoreVersion } from "../../../src/temp-project/floe-core-copy.ts";

const CORE_VERSION = "dist/version/core-version.js";
const API_VERSION = "dist/version/plugin-api-version.js";

/** A project with a small floe-core in it, which has two dependencies, one of them installed. */
function withCore(files: Readonly<Record<string, string>> = {}): TempProject {
  return createTempProject({
    floeCore: "none",
    packages: {
      "floe-core": {
        manifest: { dependencies: { semver: "*" }, peerDependencies: { "floe-testing-no-such-package": "*" } },
        files: {
          "dist/index.js": "",
          "dist/index.d.ts": "",
          "dist/index.js.map": "",
          "dist/.tsbuildinfo": "",
          "src/index.ts": "",
          [CORE_VERSION]: 'export const FLOE_CORE_VERSION = "1.0.0";\n',
          [API_VERSION]: "export const FLOE_PLUGIN_API_VERSION = '1.0';\n",
          ...files,
        },
      },
      semver: {},
    },
  });
}

function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

test("findFloeCore finds the real folder of floe-core", () => {
  const folder = findFloeCore();
  expect(folder).toBe(realpathSync(folder));
  expect(JSON.parse(textOf(folder, "package.json"))).toMatchObject({ name: "floe-core" });
});

test("floeCoreVersion is what its package.json says", () => {
  expect(JSON.parse(textOf(findFloeCore(), "package.json"))).toMatchObject({ version: floeCoreVersion() });
});

test("copyFloeCore copies the floe-core that floe-testing runs on, or says that it has to be built", () => {
  using project = createTempProject({ floeCore: "none" });
  const folder = join(project.path, "copy");
  if (existsSync(join(findFloeCore(), "dist/index.js"))) {
    copyFloeCore(folder);
    expect(JSON.parse(textOf(folder, "package.json"))).toMatchObject({ name: "floe-core", version: floeCoreVersion() });
  } else {
    expect(() => copyFloeCore(folder)).toThrow("build it first");
  }
});

test("coreDependencies are what floe-core depends on, peers too, as far as they are there", () => {
  using project = withCore();
  expect([...coreDependencies(project.packagePath("floe-core"))]).toEqual([["semver", project.packagePath("semver")]]);
});

describe("copyCore", () => {
  test("copyCore copies what is needed to run, and links what it depends on as far as that is there", () => {
    using project = withCore();
    const folder = join(project.path, "copy");
    copyCore(project.packagePath("floe-core"), folder, {});
    expect(readdirSync(folder).sort()).toEqual(["dist", "node_modules", "package.json"]);
    expect(readdirSync(join(folder, "dist")).sort()).toEqual(["index.js", "version"]);
    expect(readdirSync(join(folder, "node_modules"))).toEqual(["semver"]);
    expect(realpathSync(join(folder, "node_modules/semver"))).toBe(project.packagePath("semver"));
    expect(textOf(folder, CORE_VERSION)).toBe('export const FLOE_CORE_VERSION = "1.0.0";\n');
  });

  test("copyCore states other versions where it is told to, in the manifest as in the modules", () => {
    using project = withCore();
    const folder = join(project.path, "copy");
    copyCore(project.packagePath("floe-core"), folder, { version: "9.8.7", apiVersion: "2.0" });
    expect(JSON.parse(textOf(folder, "package.json"))).toMatchObject({ version: "9.8.7" });
    expect(textOf(folder, CORE_VERSION)).toBe('export const FLOE_CORE_VERSION = "9.8.7";\n');
    expect(textOf(folder, API_VERSION)).toBe('export const FLOE_PLUGIN_API_VERSION = "2.0";\n');
  });

  test("copyCore may be told what the original says anyway", () => {
    using project = withCore();
    const folder = join(project.path, "copy");
    copyCore(project.packagePath("floe-core"), folder, { version: "1.0.0" });
    expect(textOf(folder, CORE_VERSION)).toContain('"1.0.0"');
  });

  test("copyCore fails if no module states a version that it is to change", () => {
    using project = withCore({ [API_VERSION]: "export {};\n" });
    const copy = (): void => copyCore(project.packagePath("floe-core"), join(project.path, "copy"), { apiVersion: "2.0" });
    expect(copy).toThrow("none of its modules states FLOE_PLUGIN_API_VERSION");
  });

  test("copyCore fails if there is nothing compiled, and makes no folder", () => {
    using project = createTempProject({ floeCore: "none", packages: { "floe-core": {} } });
    const folder = join(project.path, "copy");
    expect(() => copyCore(project.packagePath("floe-core"), folder, {})).toThrow("build it first");
    expect(existsSync(folder)).toBe(false);
  });
});
