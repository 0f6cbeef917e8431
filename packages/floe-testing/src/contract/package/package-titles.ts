import type { BaseClause } from "../base-clause.ts";
import type { PackageClause } from "./package-clause.ts";

/** The promises that only a package can show: each as the end of the sentence "The plugin ...". */
export const PACKAGE_TITLES: Readonly<Record<PackageClause | Extract<BaseClause, `import/${string}`>, string>> = Object.freeze({
  "package/packs": "can be packed",
  "package/has-its-files": "has every file that it needs in its tarball",
  "package/exports-agree": "has nothing in exports, main or types that is not in its tarball",
  "package/declares-floe-core": "declares floe-core as a peer, so that its host's copy is the only one",
  "package/declares-what-it-imports": "declares every package that it imports",
  "package/is-discovered": "is found by discovery once it is installed, every entry of its floe block",
  "package/leaves-no-error-uncaught": "lets no error go uncaught: it would end its host",
  "package/ends-by-itself": "lets the process end by itself once it has stopped",
  "import/prints-nothing": "prints nothing when it is imported: standard output is the host's",
  "import/leaves-globals-alone": "leaves global variables, the environment and the working directory alone when it is imported",
  "import/leaves-prototypes-alone": "leaves the language's own prototypes and constructors alone when it is imported",
  "import/starts-nothing": "starts no timer and opens nothing when it is imported",
});
