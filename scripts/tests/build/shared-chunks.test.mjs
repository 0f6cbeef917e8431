import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { sharedChunks } from "../../build/shared-chunks.mjs";
import { workspaceWith } from "../support/workspace-with.mjs";

test("sharedChunks keeps in one file what entries share, in another what only dynamic imports share", async () => {
  const folder = workspaceWith({
    "a.js": 'import { start } from "./start.js"; export const run = () => Promise.all([start, import("./one.js"), import("./two.js")]);',
    "b.js": 'import { start } from "./start.js"; export const version = start;',
    "start.js": "export const start = 1;",
    "one.js": 'import { start } from "./start.js"; import { common } from "./common.js"; export const one = [start, common];',
    "two.js": 'import { common } from "./common.js"; import { other } from "./other.js"; export const two = [common, other];',
    "common.js": 'export const common = "of commands";',
    "other.js": 'export const other = "of one command";',
  });
  const entries = ["a", "b"].map((name) => `${folder}/${name}.js`);
  const bundle = await rolldown({ input: entries, optimization: { inlineConst: false } });
  const { output } = await bundle.generate({ format: "esm", chunkFileNames: "[name].js", codeSplitting: sharedChunks() });
  const chunks = output.filter((file) => file.type === "chunk");
  const holding = (/** @type {string} */ text) => chunks.filter(({ code }) => code.includes(text)).map(({ fileName }) => fileName);
  expect(chunks.map(({ fileName }) => fileName).sort()).toEqual(["a.js", "b.js", "lazy.js", "one.js", "shared.js", "two.js"]);
  expect(holding("start = 1")).toEqual(["shared.js"]);
  expect(holding('"of commands"')).toEqual(["lazy.js"]);
  expect(holding('"of one command"')).toEqual(["two.js"]);
});

test("sharedChunks knows entries whatever their ids look like", async () => {
  const folder = "C:\\floe\\";
  /** @type {Readonly<Record<string, string>>} */
  const modules = { "a.js": 'export { start } from "start.js";', "b.js": 'export { start } from "start.js";', "start.js": "export const start = 1;" };
  const onWindows = {
    name: "on-windows",
    resolveId: (/** @type {string} */ id) => `${folder}${id}`,
    load: (/** @type {string} */ id) => modules[id.slice(folder.length)] ?? null,
  };
  const bundle = await rolldown({ input: { a: "a.js", b: "b.js" }, plugins: [onWindows] });
  const { output } = await bundle.generate({ format: "esm", chunkFileNames: "[name].js", codeSplitting: sharedChunks() });
  expect(output.map(({ fileName }) => fileName)).toContain("shared.js");
});
