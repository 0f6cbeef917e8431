import { describe, expect, test } from "vitest";
import { removeStaleOutput } from "../../build/stale-output.mjs";
import { filesBelow } from "../../shared/workspace.mjs";
import { workspaceWith } from "../support/workspace-with.mjs";

/** A package of one source, whose `dist` also holds these files. @param {Readonly<Record<string, string>>} dist */
function distOf(dist) {
  const files = Object.fromEntries(Object.entries(dist).map(([file, text]) => [`dist/${file}`, text]));
  const folder = workspaceWith({ "src/a/b.ts": "", "dist/a/b.d.ts": "", ...files });
  removeStaleOutput(folder);
  return filesBelow(`${folder}/dist`);
}

describe("removeStaleOutput", () => {
  test("removeStaleOutput removes what the compiler made of sources that are gone, and nothing else", () => {
    const files = { "a/b.js": "", "a/b.js.map": "", "a/gone.js": "", "a/gone.js.map": "", "gone.d.ts": "", ".tsbuildinfo": "", "read.me": "" };
    expect(distOf(files)).toEqual([".tsbuildinfo", "a/b.d.ts", "a/b.js", "a/b.js.map", "read.me"]);
  });

  test("removeStaleOutput keeps of a bundle what its list names, whether or not a source has that name", () => {
    const files = { ".bundled": '["index.js","shared.js","shared.js.map"]', "index.js": "", "shared.js": "", "shared.js.map": "" };
    const stale = { "a/b.js": "", "old.js": "", "old.js.map": "", "gone.d.ts": "" };
    expect(distOf({ ...files, ...stale })).toEqual([".bundled", "a/b.d.ts", "index.js", "shared.js", "shared.js.map"]);
  });

  test("removeStaleOutput has nothing to do where nothing was built", () => {
    const folder = workspaceWith({ "src/index.ts": "" });
    removeStaleOutput(folder);
    expect(filesBelow(folder)).toEqual(["src/index.ts"]);
  });
});
