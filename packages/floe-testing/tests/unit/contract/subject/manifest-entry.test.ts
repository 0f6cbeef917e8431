import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readDeclaration, readManifestEntry } from "../../../../src/contract/subject/manifest-entry.ts";
import { createTempProject, type TempProject } from "../../../../src/temp-project/create-temp-project.ts";

const TYPE = "floe.computes";

function packageWith(manifest: Readonly<Record<string, unknown>>): TempProject {
  return createTempProject({ packages: { "a-package": { version: "2.0.0", manifest } } });
}

test("readManifestEntry reads who the plugin is, in the short form too", () => {
  using project = packageWith({ floe: { apiVersion: "1.0", computes: { mine: "./plugin.js#Mine" } } });
  expect(readManifestEntry(TYPE, project.packagePath("a-package"))).toEqual({
    name: "mine",
    entry: { package: "a-package", version: "2.0.0", apiVersion: "1.0" },
  });
});

test("readManifestEntry prefers a plugin's own API version to its package's, and leaves nothing out", () => {
  const mine = { apiVersion: "1.2", description: "Mine.", dependencies: ["lake"] };
  using project = packageWith({ floe: { apiVersion: "1.0", computes: { mine } } });
  expect(readManifestEntry(TYPE, project.packagePath("a-package")).entry).toMatchObject(mine);
});

test("readManifestEntry leaves what is wrong with an entry to discovery", () => {
  using project = packageWith({ floe: { computes: { mine: { dependencies: "lake", description: 1 } } } });
  expect(readManifestEntry(TYPE, project.packagePath("a-package")).entry).toMatchObject({ dependencies: "lake", description: 1 });
});

test("readManifestEntry takes a path, a URL and the text of a URL", () => {
  using project = packageWith({ floe: { computes: { mine: "./plugin.js#Mine" } } });
  const path = project.packagePath("a-package");
  const url = pathToFileURL(path);
  for (const folder of [path, `${path}/`, url, url.href]) expect(readManifestEntry(TYPE, folder).name).toBe("mine");
});

test("readManifestEntry reads past a byte order mark", () => {
  const text = `\uFEFF${JSON.stringify({ name: "a-package", version: "2.0.0", floe: { computes: { mine: "./plugin.js#Mine" } } })}`;
  using project = createTempProject({ packages: { "a-package": { files: { "package.json": text } } } });
  expect(readManifestEntry(TYPE, project.packagePath("a-package")).name).toBe("mine");
});

test("readManifestEntry asks for a name where there are several, and takes it", () => {
  using project = packageWith({ floe: { computes: { one: "./plugin.js#One", two: "./plugin.js#Two" } } });
  const folder = project.packagePath("a-package");
  expect(() => readManifestEntry(TYPE, folder)).toThrow("has one, two under floe.computes, not exactly one plugin");
  expect(readManifestEntry(TYPE, folder, "two").name).toBe("two");
  expect(() => readManifestEntry(TYPE, folder, "three")).toThrow("has one, two under floe.computes, not three");
  expect(() => readManifestEntry("floe.storage", folder)).toThrow("has none under floe.storage");
});

test.each([
  ["a folder without a package.json", "/nowhere"],
  ["a URL that is no file's", "https://example.com/package"],
  ["the text of a URL that cannot be one", "file://%"],
])("readManifestEntry says of %s that it cannot be read, and not how", (_, folder) => {
  const url = folder.startsWith("https:") ? new URL(folder) : folder;
  expect(() => readManifestEntry(TYPE, url)).toThrow(
    expect.objectContaining({ code: "FLOE_CONTRACT_SETUP", message: expect.stringContaining(folder) as string }),
  );
});

test("readManifestEntry says of a package.json that is no object that it has no plugin", () => {
  using project = createTempProject({ packages: { "a-package": { files: { "package.json": "[]" } } } });
  expect(() => readManifestEntry(TYPE, project.packagePath("a-package"))).toThrow("has none under floe.computes");
});

test("readDeclaration reads what is declared of one plugin, and nothing where nothing is", () => {
  using project = packageWith({ floeContract: { computes: { mine: { valid: { threads: 4 } } } } });
  const folder = project.packagePath("a-package");
  expect(readDeclaration(TYPE, folder, "mine")).toEqual({ valid: { threads: 4 } });
  expect(readDeclaration(TYPE, folder, "other")).toEqual({});
  expect(readDeclaration("floe.storage", folder, "mine")).toEqual({});
});
