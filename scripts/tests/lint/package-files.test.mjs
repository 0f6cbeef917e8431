import { expect, test } from "vitest";
import { checkCoreVersion, checkPackageFiles } from "../../lint/package-files.mjs";
import { packageWith } from "../support/workspace-with.mjs";

const good = {
  description: "An example.",
  type: "module",
  license: "Apache-2.0",
  sideEffects: false,
  files: ["dist"],
  exports: { ".": { "@floe/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" }, "./a.json": "./a.json" },
  publishConfig: { exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./a.json": "./a.json" } },
};

test("checkPackageFiles accepts a package that can be published", () => {
  const peers = { peerDependencies: { "floe-core": "workspace:>=0.1.0 <1", zod: "^4.0.0" } };
  expect(checkPackageFiles(packageWith({ "README.md": "" }, { ...good, ...peers }))).toEqual([]);
});

test("checkPackageFiles reports everything at once", () => {
  const manifest = { ...good, license: "MIT", files: [], description: 1, publishConfig: {}, peerDependencies: { "floe-core": "workspace:^" } };
  const problems = checkPackageFiles(packageWith({}, manifest));
  expect(problems).toEqual([
    "packages/example/README.md: is missing",
    'packages/example/package.json: license has to be "Apache-2.0"',
    "packages/example/package.json: description is missing",
    'packages/example/package.json: files has to list "dist"',
    'packages/example/package.json: peer floe-core has to be a range up to the next major, "workspace:>=0.1.0 <1"',
    'packages/example/package.json: publishConfig.exports has to be exports without "@floe/source"',
  ]);
});

test.each([
  ["0.1.0", 0],
  ["0.2.0", 1],
])("checkCoreVersion compares 0.1.0 with package.json's %s", (version, count) => {
  const files = { "src/version/core-version.ts": 'export const FLOE_CORE_VERSION = "0.1.0";' };
  expect(checkCoreVersion(packageWith(files, { name: "floe-core", version }))).toHaveLength(count);
});

test("checkCoreVersion asks other packages for nothing", () => {
  expect(checkCoreVersion(packageWith({}))).toEqual([]);
});
