/**
 * Bundles entries of the package in the working folder into its `dist`, where `tsc` puts the declarations. To import a
 * module costs Node the same whether it has five lines or five thousand, and floe-core has about two hundred of them.
 *
 *   node ../../scripts/build/bundle.mjs index config
 *
 * An entry is a file below `src` without its ending. What several entries need lies in files of their own beside them,
 * so that there is one copy of every module; a dynamic import stays one. Other packages are never bundled.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { rolldown } from "rolldown";
import { isExternal } from "./is-external.mjs";
import { lazyBuiltins } from "./lazy-builtins.mjs";
import { sharedChunks } from "./shared-chunks.mjs";
import { BUNDLED, removeStaleOutput } from "./stale-output.mjs";

const entries = process.argv.slice(2);
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
const input = Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`]));
const bundle = await rolldown({
  input,
  platform: "node",
  external: isExternal,
  plugins: [lazyBuiltins],
  transform: { target: "es2023" },
  // A constant has one place: floe-testing makes copies of floe-core that state another version.
  optimization: { inlineConst: false },
  onLog: (level, log) => {
    if (level === "warn") throw new Error(log.message);
  },
});
// Not minified: it would save half of the bytes and no time that can be measured, and people read stack traces. The
// maps hold the sources, comments included.
const { output } = await bundle.write({
  dir: "dist",
  format: "esm",
  sourcemap: true,
  comments: false,
  chunkFileNames: "[name].js",
  codeSplitting: sharedChunks(),
});
await bundle.close();

const files = output.map(({ fileName }) => fileName);
for (const { fileName, imports, dynamicImports } of output.filter((file) => file.type === "chunk")) {
  const undeclared = [...imports, ...dynamicImports].find((id) => !files.includes(id) && !isDeclared(id));
  if (undeclared !== undefined) throw new Error(`${fileName} imports ${undeclared}, which is no dependency of the package`);
}
writeFileSync(path.join("dist", BUNDLED), JSON.stringify(files));
removeStaleOutput(".");

/** @param {string} id */
function isDeclared(id) {
  return isBuiltin(id) || dependencies.some((name) => id === name || id.startsWith(`${name}/`));
}
