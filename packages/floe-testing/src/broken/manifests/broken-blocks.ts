import { brokenBlock, brokenBlockText, GOOD_ENTRY, MODULE_FILES, type BrokenManifest } from "./broken-manifest.ts";

/** Deep enough to overflow the stack of whoever walks it recursively. */
const DEEP = 20_000;

const GOOD_GROUP = { broken: GOOD_ENTRY };

/** Packages whose `floe` block is wrong as a whole, in a group or in a name. */
export const BROKEN_BLOCKS: readonly BrokenManifest[] = Object.freeze([
  brokenBlock("block-is-null", "whose block is null", "block_invalid", "floe", null),
  brokenBlock("block-is-a-list", "whose block is a list", "block_invalid", "floe", [GOOD_GROUP]),
  brokenBlock("block-is-a-text", "whose block is a text", "block_invalid", "floe", GOOD_ENTRY),
  brokenBlock("block-is-a-number", "whose block is a number", "block_invalid", "floe", 1),
  brokenBlock("block-is-a-boolean", "whose block is true", "block_invalid", "floe", true),
  brokenBlock("group-is-misspelt", "with a group that there is not", "group_unknown", "floe.compute.broken", { compute: GOOD_GROUP }),
  brokenBlock("group-is-the-constant", "with a constant's name as group", "group_unknown", "floe.COMPUTE.broken", { COMPUTE: GOOD_GROUP }),
  brokenBlock("group-is-inherited", "with a group that every object inherits", "group_unknown", "floe.constructor.broken", {
    constructor: GOOD_GROUP,
  }),
  brokenBlockText(
    "group-is-proto",
    "with __proto__ as group",
    "group_unknown",
    "floe.__proto__.broken",
    `{ "__proto__": { "broken": "${GOOD_ENTRY}" } }`,
  ),
  brokenBlock("group-is-null", "whose group is null", "group_invalid", "floe.computes", { computes: null }),
  brokenBlock("group-is-a-list", "whose group is a list", "group_invalid", "floe.computes", { computes: [GOOD_ENTRY] }),
  brokenBlock("group-is-a-text", "whose group is a text", "group_invalid", "floe.computes", { computes: GOOD_ENTRY }),
  brokenBlockText(
    "group-is-deep",
    "whose group is a very deep list",
    "group_invalid",
    "floe.computes",
    `{ "computes": ${"[".repeat(DEEP)}${"]".repeat(DEEP)} }`,
  ),
  brokenBlock("name-has-capitals", "whose plugin has capitals in its name", "name_invalid", "floe.computes.DuckDB", {
    computes: { DuckDB: GOOD_ENTRY },
  }),
  brokenBlock("name-is-empty", "whose plugin has an empty name", "name_invalid", "floe.computes.", { computes: { "": GOOD_ENTRY } }),
  brokenBlock("name-is-too-long", "whose plugin has a name of 65 characters", "name_invalid", `floe.computes.${"a".repeat(65)}`, {
    computes: { ["a".repeat(65)]: GOOD_ENTRY },
  }),
  brokenBlock("name-is-a-path", "whose plugin has a path as name", "name_invalid", "floe.computes.../broken", {
    computes: { "../broken": GOOD_ENTRY },
  }),
  brokenBlock("name-begins-with-a-digit", "whose plugin's name begins with a digit", "name_invalid", "floe.computes.2fast", {
    computes: { "2fast": GOOD_ENTRY },
  }),
  brokenBlockText(
    "name-is-proto",
    "whose plugin is called __proto__",
    "name_invalid",
    "floe.computes.__proto__",
    `{ "computes": { "__proto__": "${GOOD_ENTRY}" } }`,
  ),
  brokenBlock("api-version-is-a-number", "whose API version is a number", "api_version_invalid", "floe.computes.broken", {
    apiVersion: 1.0,
    computes: GOOD_GROUP,
  }),
  brokenBlock("api-version-has-a-leading-zero", "whose API version has a leading zero", "api_version_invalid", "floe.computes.broken", {
    apiVersion: "01.0",
    computes: GOOD_GROUP,
  }),
  brokenBlock("api-version-has-a-space", "whose API version has a space", "api_version_invalid", "floe.computes.broken", {
    apiVersion: " 1.0",
    computes: GOOD_GROUP,
  }),
  brokenBlock("api-version-of-nothing", "whose API version is wrong, and which has no plugins", "api_version_invalid", "floe.apiVersion", {
    apiVersion: "latest",
  }),
  identity("version-is-missing", "without a version", "package_version_invalid", { version: undefined }),
  identity("version-is-short", "whose version is not a full one", "package_version_invalid", { version: "1.0" }),
  identity("version-is-a-number", "whose version is a number", "package_version_invalid", { version: 1 }),
  identity("package-name-is-missing", "without a name", "package_name_invalid", { name: undefined }),
  identity("package-name-is-a-path", "whose name is a path", "package_name_invalid", { name: "../../broken" }),
]);

function identity(
  id: string,
  title: string,
  code: "package_version_invalid" | "package_name_invalid",
  manifest: Readonly<Record<string, unknown>>,
): BrokenManifest {
  const described = { floe: { computes: GOOD_GROUP }, manifest, files: MODULE_FILES };
  return Object.freeze({ id, title, code, path: "floe.computes.broken", package: described });
}
