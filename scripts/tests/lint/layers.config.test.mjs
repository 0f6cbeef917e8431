import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../../shared/workspace.mjs";
import { workspaceWith } from "../support/workspace-with.mjs";

const entry = (/** @type {string} */ name) =>
  JSON.stringify({ name, type: "module", exports: { ".": { "@floe/source": "./src/index.ts" } } });

/** Each file breaks the rule it stands for. */
const violations = {
  "packages/floe-core/src/errors/early.ts -> packages/floe-core/src/registry/late.ts": "core-layer-2",
  "packages/floe-core/src/registry/late.ts -> packages/floe-core/src/index.ts": "not-through-the-own-index",
  "packages/floe-core/src/registry/late.ts -> packages/floe-core/src/stray/new.ts": "core-layer-unknown",
  "packages/floe-core/src/version/range.ts -> node_modules/semver/index.js": "semver-when-needed",
  "packages/floe-core/src/registry/zod.ts -> node_modules/zod/index.js": "no-undeclared-dependency",
  "packages/floe-core/src/index.ts -> node_modules/zod/index.js": "zod-through-floe-core-config-only",
  "packages/floe-core/src/config/a.ts -> packages/floe-core/src/config/b.ts": "no-cycles",
  "packages/floe-core/src/config/a.ts -> ./gone.ts": "resolvable",
  "packages/floe-core/tests/unit/a.test.ts -> packages/floe-testing/src/index.ts": "layers-of-packages-floe-core-tests",
  "packages/floe-testing/src/index.ts -> packages/floe-platform/src/index.ts": "layers-of-packages-floe-testing-src",
  "plugins/one/src/plugin.ts -> plugins/two/src/plugin.ts": "layers-of-plugins-src",
  "plugins/one/src/plugin.ts -> packages/floe-core/src/errors/early.ts": "not-around-the-exports-map",
  "plugins/one/src/plugin.ts -> plugins/one/tests/support/fake.ts": "sources-without-tests",
};

// Reading a repository is the slow part, so every rule is broken in one.
test("the layer rules find each violation and leave what is permitted alone", { timeout: 60_000 }, () => {
  const found = cruise();
  expect(found).toEqual(expect.arrayContaining(Object.entries(violations).map(([edge, rule]) => `${edge}: ${rule}`)));
  expect(found.filter((line) => /floe-(platform|testing)\/src\/index.ts -> packages\/floe-core/.test(line))).toEqual([]);
});

/** @returns {string[]} every violation as "from -> to: rule" */
function cruise() {
  const folder = workspaceWith({
    "tsconfig.test.json": JSON.stringify({ compilerOptions: { module: "nodenext", allowImportingTsExtensions: true, noEmit: true } }),
    "packages/floe-core/package.json": entry("floe-core"),
    "packages/floe-core/src/index.ts": 'export { late } from "./registry/late.ts";\nexport { z } from "./registry/zod.ts";',
    "packages/floe-core/src/errors/early.ts": 'import type { late } from "../registry/late.ts";\nexport type Early = typeof late;',
    "packages/floe-core/src/registry/late.ts": 'import type {} from "../index.ts";\nimport "../stray/new.ts";\nexport const late = 1;',
    "packages/floe-core/src/stray/new.ts": "export {};",
    "packages/floe-core/src/version/range.ts": 'import "semver";',
    "packages/floe-core/src/registry/zod.ts": 'export { z } from "zod";',
    "packages/floe-core/src/config/a.ts": 'import type { B } from "./b.ts";\nimport "./gone.ts";\nexport type A = B;',
    "packages/floe-core/src/config/b.ts": 'import type { A } from "./a.ts";\nexport type B = A;',
    "packages/floe-core/tests/unit/a.test.ts": 'import "floe-testing";',
    "packages/floe-testing/package.json": entry("floe-testing"),
    "packages/floe-testing/src/index.ts": 'import "floe-core";\nimport "floe-platform";',
    "packages/floe-platform/package.json": entry("floe-platform"),
    "packages/floe-platform/src/index.ts": 'import "floe-core";',
    "plugins/one/package.json": entry("one"),
    "plugins/one/src/plugin.ts":
      'import "../../two/src/plugin.ts";\nimport "../../../packages/floe-core/src/errors/early.ts";\nimport "../tests/support/fake.ts";',
    "plugins/one/tests/support/fake.ts": "export {};",
    "plugins/two/src/plugin.ts": "export {};",
    "node_modules/semver/package.json": JSON.stringify({ name: "semver", main: "index.js" }),
    "node_modules/semver/index.js": "",
    "node_modules/zod/package.json": JSON.stringify({ name: "zod", main: "index.js" }),
    "node_modules/zod/index.js": "",
  });
  for (const name of ["floe-core", "floe-testing", "floe-platform"]) {
    mkdirSync(path.join(folder, "node_modules"), { recursive: true });
    symlinkSync(path.join(folder, "packages", name), path.join(folder, "node_modules", name));
  }
  const cruiser = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = path.join(root, "scripts/lint/layers.config.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [cruiser, "--config", config, "--output-type", "json", "packages", "plugins"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  /** @type {import("dependency-cruiser").ICruiseResult} */
  const result = JSON.parse(stdout);
  return result.summary.violations.map(({ rule, from, to }) => `${from} -> ${to}: ${rule.name}`);
}
