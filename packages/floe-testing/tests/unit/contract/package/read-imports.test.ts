import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readImports } from "../../../../src/contract/package/read-imports.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

describe("readImports", () => {
  test("readImports follows a package's own modules, and names the packages that they import", async () => {
    using project = createTempProject({
      files: {
        "a.js": 'import "./b.js";\nimport fs from "node:fs";\nimport "path";\nimport "one/deep.js";\nconst later = () => import("@s/two");',
        "b.js": 'export * from "./a.js";\nexport { x } from "three";\nimport "./gone.js";\nimport(globalThis.name);\nimport "#own";',
      },
    });
    const { packages, missing } = await readImports([join(project.path, "a.js")]);
    expect([...packages].map(([name, file]) => [name, basename(file)]).sort()).toEqual([["@s/two", "a.js"], ["one", "a.js"], ["three", "b.js"]]);
    expect([...missing]).toEqual([[join(project.path, "gone.js"), join(project.path, "b.js")]]);
  });

  test("readImports leaves what is no ES module to who loads it", async () => {
    using project = createTempProject({ files: { "a.js": "this is not JavaScript", "b.cjs": 'require("one")', "c.json": "{}" } });
    const { packages, missing } = await readImports(["a.js", "b.cjs", "c.json"].map((file) => join(project.path, file)));
    expect([packages.size, missing.size]).toEqual([0, 0]);
  });
});
