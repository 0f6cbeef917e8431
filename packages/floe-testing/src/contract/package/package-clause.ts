/** What a plugin's package promises, whatever is in it: seen from outside, as whoever installs it sees it. */
export type PackageClause =
  | "package/packs"
  | "package/has-its-files"
  | "package/exports-agree"
  | "package/declares-floe-core"
  | "package/declares-what-it-imports"
  | "package/is-discovered"
  | "package/leaves-no-error-uncaught"
  | "package/ends-by-itself";
