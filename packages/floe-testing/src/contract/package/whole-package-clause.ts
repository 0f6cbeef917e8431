import type { AuthorPackage } from "./author-package.ts";
import type { InstalledPackage } from "./install-package.ts";
import type { PackageClause } from "./package-clause.ts";

/** A package that is tried: as its author has it, and as who installs it has it. */
export interface PackageUnderTest {
  readonly author: AuthorPackage;
  /** Packs and installs it, once. Rejects with a ContractBreach if it cannot be packed. */
  readonly installed: () => Promise<InstalledPackage>;
}

/** One promise of a package as a whole. */
export interface WholePackageClause {
  readonly id: PackageClause;
  readonly title: string;
  /** Clauses that have to be kept before this one can be tried. */
  readonly after: readonly PackageClause[];
  /** As `check` of a clause. */
  readonly check: (tested: PackageUnderTest) => Promise<void>;
}
