import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { PluginRegistry, type SkipCode } from "floe-core";
import { describe, expect, test } from "vitest";
import { emptyFolder, tempTree } from "../unit/discovery/support/temp-tree.ts";

const ENTRY = "./plugin.js#Plugin";
const AT = "floe.computes.a";
type Verdict = `${SkipCode} ${string}`;
type Row = readonly [title: string, block: unknown, ...verdicts: readonly Verdict[]];

function entry(value: unknown): unknown {
  return { computes: { a: value } };
}

function needs(...dependencies: readonly unknown[]): unknown {
  return entry({ entry: ENTRY, dependencies });
}

function json(text: string): unknown {
  return JSON.parse(text);
}

/* Written out by hand: packages of others hold these blocks, and programs read these codes. */

/** The schema and discovery agree on these; without a verdict both accept. */
const GRAMMAR: readonly Row[] = [
  ["an empty block", {}],
  ["an empty group", { computes: {} }],
  ["file and export", entry("./plugin.js#Plugin")],
  ["a file without ./", entry("plugin.js#Plugin")],
  ["the default export", entry("./plugin.js")],
  ["an export with $ and _", entry("./plugin.js#$_1")],
  ["an object with an entry", entry({ entry: ENTRY })],
  ["an object with every member", entry({ entry: ENTRY, description: "d", apiVersion: "1.0", dependencies: [] })],
  ["a name with digits, - and _", { computes: { "a1-b2_c3": ENTRY } }],
  ["a name of 64 characters", { computes: { ["a".repeat(64)]: ENTRY } }],
  ["an apiVersion X.Y", { apiVersion: "1.0", computes: { a: ENTRY } }],
  ["an apiVersion with patch, pre-release and build", { apiVersion: "1.0.1-rc.1+b", computes: { a: ENTRY } }],
  ["an incompatible apiVersion, which get refuses", { apiVersion: "99.0", computes: { a: ENTRY } }],
  ["a dependency by name", needs("duckdb")],
  ["a dependency by key", needs("floe.computes:duckdb")],
  ["a dependency by type alone", needs({ type: "floe.computes" })],
  ["a dependency with every member", needs({ type: "floe.computes", name: "duckdb", version: "^1", optional: true })],
  ["a preferred package", { prefer: { "floe.computes:a": "floe-a" } }],
  ["a preferred package of a scope, and its version", { prefer: { "floe.computes:a": "@scope/a@1.2.3" } }],

  ["null", null, "block_invalid floe"],
  ["a text", "x", "block_invalid floe"],
  ["an array", [], "block_invalid floe"],
  ["a group that is a text", { computes: ENTRY }, "group_invalid floe.computes"],
  ["a group that is an array", { computes: [ENTRY] }, "group_invalid floe.computes"],
  ["a group that is null", { computes: null }, "group_invalid floe.computes"],
  ["a group with a capital", { Computes: { a: ENTRY } }, "group_unknown floe.Computes.a"],
  ["a group by its full name", { "floe.computes": { a: ENTRY } }, "group_unknown floe.floe.computes.a"],
  ["a group called __proto__", json(`{ "__proto__": { "a": "${ENTRY}" } }`), "group_unknown floe.__proto__.a"],
  ["a name with a capital", { computes: { A: ENTRY } }, "name_invalid floe.computes.A"],
  ["a name that begins with a digit", { computes: { "1a": ENTRY } }, "name_invalid floe.computes.1a"],
  ["a name of 65 characters", { computes: { ["a".repeat(65)]: ENTRY } }, `name_invalid floe.computes.${"a".repeat(65)}`],
  ["a name called __proto__", { computes: json(`{ "__proto__": "${ENTRY}" }`) }, "name_invalid floe.computes.__proto__"],
  ["a number", entry(1), `entry_invalid ${AT}`],
  ["an entry that is null", entry(null), `entry_invalid ${AT}`],
  ["an entry without a file", entry("#Plugin"), `entry_invalid ${AT}`],
  ["an entry that is empty", entry(""), `entry_invalid ${AT}`],
  ["an entry without an export behind #", entry("./plugin.js#"), `entry_invalid ${AT}`],
  ["an entry with two exports", entry("./plugin.js#A#B"), `entry_invalid ${AT}`],
  ["an export that is no identifier", entry("./plugin.js#a-b"), `entry_invalid ${AT}`],
  ["an export called __proto__", entry("./plugin.js#__proto__"), `entry_invalid ${AT}`],
  ["a URL", entry("https://example.com/plugin.js"), `entry_invalid ${AT}`],
  ["a backslash", entry(".\\plugin.js"), `entry_invalid ${AT}`],
  ["a NUL", entry("./plugin.js\0"), `entry_invalid ${AT}`],
  ["an object without an entry", entry({ description: "d" }), `entry_invalid ${AT}`],
  ["an object with an unknown member", entry({ entry: ENTRY, more: 1 }), `entry_invalid ${AT}`],
  ["an absolute path", entry("/plugin.js"), `entry_outside_package ${AT}`],
  ["a drive", entry("C:/plugin.js"), `entry_outside_package ${AT}`],
  ["a way up", entry("../plugin.js"), `entry_outside_package ${AT}`],
  ["a way up and back", entry("./a/../plugin.js"), `entry_outside_package ${AT}`],
  ["a description that is a number", entry({ entry: ENTRY, description: 1 }), `description_invalid ${AT}`],
  ["an entry's apiVersion with a leading zero", entry({ entry: ENTRY, apiVersion: "01.0" }), `api_version_invalid ${AT}`],
  ["an entry's apiVersion that is a number", entry({ entry: ENTRY, apiVersion: 1.1 }), `api_version_invalid ${AT}`],
  ["an apiVersion with a tag behind X.Y", { apiVersion: "1.0-beta", computes: { a: ENTRY } }, `api_version_invalid ${AT}`],
  ["an apiVersion that no entry uses", { apiVersion: "+1.0" }, "api_version_invalid floe.apiVersion"],
  ["dependencies that are a text", entry({ entry: ENTRY, dependencies: "x" }), `dependencies_invalid ${AT}`],
  ["an empty dependency", needs(""), `dependencies_invalid ${AT}`],
  ["a dependency without type and name", needs({ version: "1" }), `dependencies_invalid ${AT}`],
  ["a dependency with an unknown member", needs({ name: "x", range: "1" }), `dependencies_invalid ${AT}`],
  ["a dependency whose optional is a text", needs({ name: "x", optional: "yes" }), `dependencies_invalid ${AT}`],
  ["preferences that are an array", { prefer: [] }, "prefer_invalid floe.prefer"],
  ["a preference without a name", { prefer: { "floe.computes": "p" } }, "prefer_invalid floe.prefer.floe.computes"],
  ["a preference that is a number", { prefer: { "floe.computes:a": 1 } }, "prefer_invalid floe.prefer.floe.computes:a"],
  ["a preference for a range", { prefer: { "floe.computes:a": "p@^1" } }, "prefer_invalid floe.prefer.floe.computes:a"],
];

/** What only the registry knows, or the disk: the schema accepts these. */
const BEYOND_THE_SCHEMA: readonly Row[] = [
  ["a group that no type of this registry has", { widgets: { a: ENTRY } }, "group_unknown floe.widgets.a"],
  ["a file that is not there", entry("./gone.js"), `entry_not_found ${AT}`],
  ["a folder", entry("./folder"), `entry_not_a_file ${AT}`],
];

const schema = json(readFileSync(new URL("../../schema/floe-block.json", import.meta.url), "utf8")) as object;
const validate = new Ajv2020({ strict: true, strictRequired: false, allowMatchingProperties: true }).compile(schema);

/** The verdicts on a package with this block, which is the application itself: a `prefer` counts only there. */
function discover(floe: unknown): { readonly verdicts: readonly string[]; readonly keys: readonly string[] } {
  const manifest = JSON.stringify({ name: "app", version: "1.0.0", floe });
  const cwd = tempTree({ "package.json": manifest, "plugin.js": "", folder: emptyFolder });
  const { entryPoints, skipped } = new PluginRegistry({ cwd }).discoverAll();
  return { verdicts: skipped.map(({ code, path }) => `${code} ${path}`), keys: entryPoints.map(({ key }) => key) };
}

describe("the grammar of the floe block", () => {
  test.each(GRAMMAR)("%s", (_, block, ...verdicts) => {
    const found = discover(block);
    expect(found.verdicts).toEqual(verdicts);
    expect(validate(block)).toBe(verdicts.length === 0);
    // Each block here has one entry at most: it is offered, or there is a verdict on it.
    const hasEntry = verdicts.length === 0 && /"computes":\{"/.test(JSON.stringify(block));
    expect(found.keys.length).toBe(hasEntry ? 1 : 0);
  });

  test.each(BEYOND_THE_SCHEMA)("%s", (_, block, ...verdicts) => {
    expect(discover(block)).toEqual({ verdicts, keys: [] });
    expect(validate(block)).toBe(true);
  });

  test("a group that the platform defined is one of the grammar's", () => {
    const cwd = tempTree({ "package.json": { name: "app", version: "1.0.0", floe: { widgets: { a: ENTRY } } }, "plugin.js": "" });
    const types = [{ group: "floe.widgets", required: {} }];
    expect(new PluginRegistry({ cwd, types }).discoverAll().entryPoints.map(({ key }) => key)).toEqual(["floe.widgets:a"]);
  });

  test("an entry becomes an EntryPoint with these values", () => {
    const full = { entry: "./plugin.js", description: "d", apiVersion: "1.2", dependencies: ["b"] };
    const cwd = tempTree({ "package.json": { name: "app", version: "1.0.0", floe: { apiVersion: "1.0", computes: { a: full } } }, "plugin.js": "" });
    expect(new PluginRegistry({ cwd }).discoverAll().entryPoints).toEqual([
      {
        key: "floe.computes:a",
        type: "floe.computes",
        name: "a",
        file: `${cwd}/plugin.js`,
        export: "default",
        apiVersion: "1.2",
        description: "d",
        dependencies: ["b"],
        package: { name: "app", version: "1.0.0", path: cwd },
      },
    ]);
  });
});
