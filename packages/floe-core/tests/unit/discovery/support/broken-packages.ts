import type { SkipCode } from "../../../../src/discovery/discovery-report.ts";
import { emptyFolder, fifo, linkTo, type Content } from "./temp-tree.ts";

/** A package that is broken in one way, and the one verdict that it gets. */
export interface BrokenPackage {
  readonly title: string;
  readonly code: SkipCode;
  /** The verdict's JSON path. */
  readonly path: string;
  /** The package's files; without a package.json it has one with `block`. */
  readonly files: Readonly<Record<string, Content>>;
}

const PLUGIN = "./plugin.js#Plugin";
const ENTRY_PATH = "floe.computes.duckdb";

/** Names its package.json has to mention `floe`, or nobody would look at what is wrong with it. */
const NOISE = '"floe": { "computes": { "duckdb": "./plugin.js#Plugin" } }';

function file(title: string, code: SkipCode, manifest: Content): BrokenPackage {
  return { title, code, path: "", files: { "package.json": manifest, "plugin.js": "" } };
}

function block(title: string, code: SkipCode, path: string, floe: unknown, more: object = {}): BrokenPackage {
  const manifest = { name: "broken", version: "1.0.0", floe, ...more };
  return { title, code, path, files: { "package.json": JSON.stringify(manifest), "plugin.js": "" } };
}

function entry(title: string, code: SkipCode, value: unknown, more: Readonly<Record<string, Content>> = {}): BrokenPackage {
  const broken = block(title, code, ENTRY_PATH, { computes: { duckdb: value } });
  return { ...broken, files: { ...broken.files, ...more } };
}

/** One package for each way of being broken. */
export const BROKEN_PACKAGES: readonly BrokenPackage[] = [
  file("an empty package.json", "manifest_invalid_json", ""),
  file("truncated JSON", "manifest_invalid_json", `{ ${NOISE}`),
  file("JSON with a comment", "manifest_invalid_json", `{ ${NOISE} } // floe`),
  file("an array for package.json", "manifest_invalid_json", `[{ ${NOISE} }]`),
  file("a text for package.json", "manifest_invalid_json", '"floe"'),
  file("invalid UTF-8", "manifest_invalid_encoding", Buffer.concat([Buffer.from(`{ ${NOISE}, "x": "`), Buffer.from([0xff]), Buffer.from('" }')])),
  file("Latin-1", "manifest_invalid_encoding", Buffer.from(`{ ${NOISE}, "author": "J\u00f6rg" }`, "latin1")),
  file("a package.json that is too large", "manifest_too_large", `{ ${NOISE} }${" ".repeat(1024 * 1024)}`),
  file("a folder called package.json", "manifest_unreadable", emptyFolder),
  file("a FIFO called package.json", "manifest_unreadable", fifo),
  file("a package.json that is a loop of links", "manifest_unreadable", linkTo("package.json")),

  block("null for a block", "block_invalid", "floe", null),
  block("a text for a block", "block_invalid", "floe", PLUGIN),
  block("an array for a block", "block_invalid", "floe", [{ computes: { duckdb: PLUGIN } }]),
  block("a number for a group", "group_invalid", "floe.computes", { computes: 1 }),
  block("an array for a group", "group_invalid", "floe.computes", { computes: [PLUGIN] }),
  block("a misspelt group", "group_unknown", "floe.compute.duckdb", { compute: { duckdb: PLUGIN } }),
  block("a group of the full name", "group_unknown", "floe.floe.computes.duckdb", { "floe.computes": { duckdb: PLUGIN } }),
  block("a group called constructor", "group_unknown", "floe.constructor.duckdb", { constructor: { duckdb: PLUGIN } }),
  block("an entry without a group", "group_unknown", "floe.duckdb", { duckdb: PLUGIN }),
  block("a number for apiVersion", "api_version_invalid", ENTRY_PATH, { apiVersion: 1, computes: { duckdb: PLUGIN } }),
  block("an apiVersion that nobody uses", "api_version_invalid", "floe.apiVersion", { apiVersion: "one" }),

  block("no name", "package_name_invalid", ENTRY_PATH, { computes: { duckdb: PLUGIN } }, { name: undefined }),
  block("a name that is a way up", "package_name_invalid", ENTRY_PATH, { computes: { duckdb: PLUGIN } }, { name: "../../x" }),
  block("no version", "package_version_invalid", ENTRY_PATH, { computes: { duckdb: PLUGIN } }, { version: undefined }),
  block("a range for a version", "package_version_invalid", ENTRY_PATH, { computes: { duckdb: PLUGIN } }, { version: "^1.0.0" }),
  block("dependencies that are an array", "dependencies_invalid", "dependencies", {}, { dependencies: ["a"] }),
  block("a dependency that is a way up", "package_name_invalid", "dependencies.../../etc", {}, { dependencies: { "../../etc": "1" } }),
  block("a dependency that is not installed", "package_not_installed", "dependencies.gone", {}, { dependencies: { gone: "1" } }),

  block("a capital in a plugin's name", "name_invalid", "floe.computes.DuckDB", { computes: { DuckDB: PLUGIN } }),
  block("a NUL in a plugin's name", "name_invalid", "floe.computes.a\\u{0}", { computes: { "a\0": PLUGIN } }),
  block("an empty plugin name", "name_invalid", "floe.computes.", { computes: { "": PLUGIN } }),

  entry("a number for an entry", "entry_invalid", 1),
  entry("null for an entry", "entry_invalid", null),
  entry("an empty entry", "entry_invalid", ""),
  entry("an entry with a misspelt member", "entry_invalid", { entyr: PLUGIN }),
  entry("a URL for an entry", "entry_invalid", "https://example.com/plugin.js#Plugin"),
  entry("a file URL for an entry", "entry_invalid", "file:///plugin.js"),
  entry("a NUL in an entry", "entry_invalid", "./plugin.js\0#Plugin"),
  entry("a backslash in an entry", "entry_invalid", ".\\plugin.js"),
  entry("an export that is no name", "entry_invalid", "./plugin.js#not-a-name"),
  entry("the export __proto__", "entry_invalid", "./plugin.js#__proto__"),
  entry("an absolute entry", "entry_outside_package", "/etc/passwd"),
  entry("an absolute Windows entry", "entry_outside_package", "C:\\plugin.js"),
  entry("a way up", "entry_outside_package", "../other/plugin.js"),
  entry("a way up and back", "entry_outside_package", "./../broken/plugin.js"),
  entry("a link out of the package", "entry_outside_package", "./out.js", { "out.js": linkTo("/etc/hosts") }),
  entry("a linked folder out of the package", "entry_outside_package", "./up/package.json", { up: linkTo("../..") }),
  entry("a file that is not there", "entry_not_found", "./dist/plugin.js"),
  entry("a link that leads nowhere", "entry_not_found", "./lost.js", { "lost.js": linkTo("nowhere.js") }),
  entry("a loop of links", "entry_not_found", "./loop.js", { "loop.js": linkTo("loop.js") }),
  entry("a folder for a file", "entry_not_a_file", "./dist", { "dist/plugin.js": "" }),
  entry("a FIFO for a file", "entry_not_a_file", "./fifo.js", { "fifo.js": fifo }),
  entry("a number for a description", "description_invalid", { entry: PLUGIN, description: 1 }),
  entry("an apiVersion with a leading zero", "api_version_invalid", { entry: PLUGIN, apiVersion: "01.0" }),
  entry("a text for dependencies", "dependencies_invalid", { entry: PLUGIN, dependencies: "duckdb" }),
  entry("a dependency that says nothing", "dependencies_invalid", { entry: PLUGIN, dependencies: [{}] }),
];
