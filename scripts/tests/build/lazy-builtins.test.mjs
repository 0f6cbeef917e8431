import path from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { describe, expect, onTestFinished, test } from "vitest";
import { lazyBuiltins } from "../../build/lazy-builtins.mjs";
import { workspaceWith } from "../support/workspace-with.mjs";

/** What the one bundle of these modules is; `main` is where it begins. @param {Readonly<Record<string, string>>} modules */
async function bundleOf(modules) {
  const inMemory = {
    name: "in-memory",
    resolveId: (/** @type {string} */ id) => (id in modules ? id : null),
    load: (/** @type {string} */ id) => modules[id] ?? null,
  };
  const bundle = await rolldown({ input: "main", platform: "node", external: /^node:/, treeshake: false, plugins: [inMemory, lazyBuiltins] });
  const { output } = await bundle.generate({ format: "esm" });
  return output[0].code;
}

/** @param {string} code */
async function run(code) {
  const file = path.join(workspaceWith({ "bundle.mjs": code }), "bundle.mjs");
  return import(pathToFileURL(file).href);
}

describe("lazyBuiltins", () => {
  test("lazyBuiltins has a bundle take Node's modules in every form of import, and what it exports is the same", async () => {
    const code = await bundleOf({
      main: [
        'import fs, { existsSync as has, statSync } from "node:fs"; import * as path from "node:path"; import process from "node:process";',
        'import { join } from "other"; export default [typeof fs.readFileSync, typeof has, typeof statSync, path.basename("a/b"), process.version, join];',
      ].join("\n"),
      other: 'import { join as joined } from "node:path"; export const join = joined("a", "b");',
    });
    expect(code.match(/^import .*? from/gm)).toEqual(["import { createRequire as takeBuiltinBy } from"]);
    expect((await run(code)).default).toEqual(["function", "function", "function", "b", process.version, "a/b"]);
  });

  test("lazyBuiltins makes a bundle that does without getBuiltinModule, which Node 21 and 22.2 do not have", async () => {
    const code = await bundleOf({ main: 'import { sep } from "node:path"; export default sep;' });
    const { getBuiltinModule } = process;
    onTestFinished(() => void Reflect.set(process, "getBuiltinModule", getBuiltinModule));
    Reflect.set(process, "getBuiltinModule", undefined);
    expect((await run(code)).default).toBe(path.sep);
  });

  test("lazyBuiltins leaves what only reads like an import as it is", async () => {
    const text = ["", 'import fs from "node:fs";', 'import "node:fs";', ""].join("\n");
    const code = await bundleOf({ main: `import { sep } from "node:path"; export default [sep, \`${text}\`];` });
    expect((await run(code)).default).toEqual([path.sep, text]);
  });

  test("lazyBuiltins has a bundle pass on what it takes of Node's modules", async () => {
    const code = await bundleOf({ main: 'export { sep, default as whole } from "node:path"; export * as all from "node:path";' });
    expect(await run(code)).toMatchObject({ sep: path.sep, whole: path, all: path });
  });

  test.each(['import "node:fs";', 'export * from "node:fs";'])("lazyBuiltins refuses what it would leave behind: %s", async (main) => {
    await expect(bundleOf({ main })).rejects.toThrow("in a way that is not known");
  });

  test("lazyBuiltins refuses a bundle that has its name for something else", async () => {
    const main = 'import fs from "node:fs"; export const takeBuiltin = fs;';
    await expect(bundleOf({ main })).rejects.toThrow("has the name takeBuiltin already");
  });
});
