import { brokenValue, GOOD_ENTRY, MODULE_FILES, type BrokenManifest } from "./broken-manifest.ts";

/** Packages whose one entry is wrong: what it says, or the file that it points to. */
export const BROKEN_VALUES: readonly BrokenManifest[] = Object.freeze([
  brokenValue("entry-is-null", "whose entry is null", "entry_invalid", null),
  brokenValue("entry-is-a-number", "whose entry is a number", "entry_invalid", 42),
  brokenValue("entry-is-a-list", "whose entry is a list", "entry_invalid", [GOOD_ENTRY]),
  brokenValue("entry-is-empty", "whose entry is an empty text", "entry_invalid", ""),
  brokenValue("entry-names-no-file", "whose entry names an export and no file", "entry_invalid", "#Plugin"),
  brokenValue("entry-has-two-exports", "whose entry names two exports", "entry_invalid", "./plugin.js#Plugin#Other"),
  brokenValue("entry-export-is-no-name", "whose entry names an export that cannot be one", "entry_invalid", "./plugin.js#not a name"),
  brokenValue("entry-export-is-empty", "whose entry names an empty export", "entry_invalid", "./plugin.js#"),
  brokenValue("entry-long-form-without-entry", "whose long entry has no entry", "entry_invalid", { description: "lost" }),
  brokenValue("entry-has-an-unknown-member", "whose long entry has a member that there is not", "entry_invalid", {
    entry: GOOD_ENTRY,
    desription: "misspelt",
  }),
  brokenValue("entry-is-a-url", "whose entry is a web address", "entry_invalid", "https://example.com/plugin.js#Plugin"),
  brokenValue("entry-is-a-file-url", "whose entry is a file address", "entry_invalid", "file:plugin.js#Plugin"),
  brokenValue("entry-is-a-data-url", "whose entry is a module in itself", "entry_invalid", "data:text/javascript,export class Plugin {}"),
  brokenValue("entry-has-a-nul", "whose entry has a NUL character", "entry_invalid", "./plugin.js\0.png#Plugin"),
  brokenValue("entry-has-a-backslash", "whose entry has a backslash", "entry_invalid", ".\\plugin.js#Plugin"),
  brokenValue("entry-ends-with-a-slash", "whose entry ends with a slash", "entry_invalid", "./dist/#Plugin"),
  brokenValue("entry-is-absolute", "whose entry is an absolute path", "entry_outside_package", "/plugin.js#Plugin"),
  brokenValue("entry-has-a-drive", "whose entry is a path on a drive", "entry_outside_package", "C:/plugin.js#Plugin"),
  brokenValue("entry-leads-up", "whose entry leads out of the package", "entry_outside_package", "./../plugin.js#Plugin"),
  brokenValue("entry-leads-up-inside", "whose entry leads up, though not out", "entry_outside_package", "./dist/../plugin.js#Plugin"),
  brokenValue("file-is-a-link-out", "whose file is a link out of the package", "entry_outside_package", GOOD_ENTRY, {
    "plugin.js": { symlink: "../../package.json" },
  }),
  brokenValue("file-is-missing", "whose file is not there", "entry_not_found", "./dist/plugin.js#Plugin"),
  brokenValue("file-is-a-dangling-link", "whose file is a link to nothing", "entry_not_found", GOOD_ENTRY, {
    "plugin.js": { symlink: "./gone.js" },
  }),
  brokenValue("file-is-a-circular-link", "whose file is a link to itself", "entry_not_found", GOOD_ENTRY, {
    "plugin.js": { symlink: "./plugin.js" },
  }),
  brokenValue("file-is-a-folder", "whose file is a folder", "entry_not_a_file", "./plugin#Plugin", {
    "plugin/index.js": MODULE_FILES["plugin.js"] ?? "",
  }),
  brokenValue("file-is-a-fifo", "whose file is a FIFO", "entry_not_a_file", GOOD_ENTRY, { "plugin.js": { fifo: true } }),
  brokenValue("description-is-a-number", "whose description is a number", "description_invalid", { entry: GOOD_ENTRY, description: 1 }),
  brokenValue("entry-api-version-is-short", "whose entry has a short API version", "api_version_invalid", {
    entry: GOOD_ENTRY,
    apiVersion: "1",
  }),
  brokenValue("dependencies-are-a-text", "whose dependencies are a text", "dependencies_invalid", {
    entry: GOOD_ENTRY,
    dependencies: "duckdb",
  }),
  brokenValue("dependency-is-empty", "with an empty dependency", "dependencies_invalid", { entry: GOOD_ENTRY, dependencies: [""] }),
  brokenValue("dependency-is-null", "with null as dependency", "dependencies_invalid", { entry: GOOD_ENTRY, dependencies: [null] }),
  brokenValue("dependency-names-nothing", "with a dependency that names nothing", "dependencies_invalid", {
    entry: GOOD_ENTRY,
    dependencies: [{ optional: true }],
  }),
  brokenValue("dependency-has-an-unknown-member", "with a dependency that has an unknown member", "dependencies_invalid", {
    entry: GOOD_ENTRY,
    dependencies: [{ name: "duckdb", range: "^1.0.0" }],
  }),
]);
