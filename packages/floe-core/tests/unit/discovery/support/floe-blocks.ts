const ENTRY = "./dist/plugin.js#Plugin";

function json(text: string): unknown {
  return JSON.parse(text);
}

function dependencies(...items: readonly unknown[]): unknown {
  return { computes: { a: { entry: ENTRY, dependencies: items } } };
}

/** Blocks that an application may have: valid for the schema, and without a rejection from the parser. */
export const VALID_BLOCKS: readonly (readonly [name: string, block: unknown])[] = [
  ["no entries", {}],
  ["an empty group", { computes: {} }],
  ["the short form", { computes: { duckdb: ENTRY } }],
  ["the default export", { computes: { duckdb: "dist/plugin.js" } }],
  ["every group", Object.fromEntries(
    "computes orchestrators catalogs storage telemetry_backends lineage_backends dbt semantic_layers ingestion secrets identity"
      .split(" ")
      .map((group) => [group, { "my-plugin_2": ENTRY }]),
  )],
  ["the long form", { computes: { a: { entry: ENTRY, description: "", apiVersion: "1.0", dependencies: [] } } }],
  ["an apiVersion X.Y", { apiVersion: "1.0", computes: { a: ENTRY } }],
  ["an apiVersion in full", { apiVersion: "1.2.3-rc.1+build.5", computes: { a: ENTRY } }],
  ["an apiVersion that no one has yet", { apiVersion: "99.0", computes: { a: ENTRY } }],
  ["dependencies in every form", dependencies("x", "floe.dbt:x", { type: "floe.dbt" }, { name: "x", version: "^1", optional: true })],
  ["preferences", { prefer: { "floe.computes:duckdb": "a", "floe.dbt:core": "@s/b@1.2.3" } }],
  ["no preferences", { prefer: {} }],
  ["an export of another script", { computes: { a: "./a.js#Größe" } }],
  ["dots in file names", { computes: { a: "./..a/b..c.js" } }],
  ["the longest name", { computes: { ["x".repeat(64)]: ENTRY } }],
];

/** Blocks that neither the schema nor the parser accepts. */
export const INVALID_BLOCKS: readonly (readonly [name: string, block: unknown])[] = [
  ["null", null],
  ["a text", "x"],
  ["an array", []],
  ["a group that is a text", { computes: ENTRY }],
  ["a group that is an array", { computes: [ENTRY] }],
  ["a group that is null", { computes: null }],
  ["a group with a capital", { Computes: { a: ENTRY } }],
  ["a group called __proto__", json('{ "__proto__": { "a": "./a.js" } }')],
  ["a member beside the groups", { version: 1 }],
  ["a capital in a name", { computes: { DuckDB: ENTRY } }],
  ["a name that begins with a digit", { computes: { "1a": ENTRY } }],
  ["a name that is too long", { computes: { ["x".repeat(65)]: ENTRY } }],
  ["an empty name", { computes: { "": ENTRY } }],
  ["a name called __proto__", { computes: json('{ "__proto__": "./a.js" }') }],
  ["an entry that is a number", { computes: { a: 1 } }],
  ["an entry that is null", { computes: { a: null } }],
  ["an entry that is an array", { computes: { a: [ENTRY] } }],
  ["an entry without entry", { computes: { a: { description: "d" } } }],
  ["an entry with an unknown member", { computes: { a: { entry: ENTRY, more: 1 } } }],
  ["an empty file", { computes: { a: "" } }],
  ["no file", { computes: { a: "#Plugin" } }],
  ["a folder", { computes: { a: "./dist/" } }],
  ["an absolute path", { computes: { a: "/etc/passwd" } }],
  ["a drive", { computes: { a: "C:/x.js" } }],
  ["a network path", { computes: { a: "\\\\host\\x.js" } }],
  ["a backslash", { computes: { a: ".\\x.js" } }],
  ["a URL", { computes: { a: "https://example.com/x.js" } }],
  ["a file URL", { computes: { a: "file:///x.js" } }],
  ["a way up", { computes: { a: "../x.js" } }],
  ["a hidden way up", { computes: { a: "./a/../../x.js#Plugin" } }],
  ["a way up at the end", { computes: { a: "a/.." } }],
  ["a NUL", { computes: { a: "./a\0.js" } }],
  ["two exports", { computes: { a: "./a.js#a#b" } }],
  ["an empty export", { computes: { a: "./a.js#" } }],
  ["an export that is no identifier", { computes: { a: "./a.js#a-b" } }],
  ["the export __proto__", { computes: { a: "./a.js#__proto__" } }],
  ["a description that is no text", { computes: { a: { entry: ENTRY, description: 1 } } }],
  ["an entry's apiVersion with a leading zero", { computes: { a: { entry: ENTRY, apiVersion: "01.0" } } }],
  ["an apiVersion with a leading zero", { apiVersion: "1.00", computes: { a: ENTRY } }],
  ["an apiVersion that is a number", { apiVersion: 1, computes: { a: ENTRY } }],
  ["an apiVersion with a sign", { apiVersion: "+1.0" }],
  ["an apiVersion with a tag on X.Y", { apiVersion: "1.0-beta" }],
  ["an apiVersion that is null", { apiVersion: null }],
  ["dependencies that are a text", { computes: { a: { entry: ENTRY, dependencies: "x" } } }],
  ["an empty dependency", dependencies("")],
  ["a dependency that is a number", dependencies(1)],
  ["a dependency without type and name", dependencies({ version: "1" })],
  ["a dependency with an empty name", dependencies({ name: "" })],
  ["a dependency with an unknown member", dependencies({ name: "x", nmae: "y" })],
  ["a dependency whose version is no text", dependencies({ name: "x", version: 1 })],
  ["a dependency whose optional is no boolean", dependencies({ name: "x", optional: "yes" })],
  ["preferences that are an array", { prefer: [] }],
  ["a preference without a name", { prefer: { "floe.computes": "a" } }],
  ["a preference for a bad name", { prefer: { "floe.computes:DuckDB": "a" } }],
  ["a preference that is a number", { prefer: { "floe.computes:duckdb": 1 } }],
  ["an empty preference", { prefer: { "floe.computes:duckdb": "" } }],
  ["a preferred range", { prefer: { "floe.computes:duckdb": "a@^1.0.0" } }],
];
