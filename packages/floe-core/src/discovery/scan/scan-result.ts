import type { DeclaredDependency } from "../manifest/declared-dependencies.ts";
import type { FoundPackage } from "./found-package.ts";

/** A dependency that no folder holds. */
export interface AbsentDependency extends DeclaredDependency {
  readonly dependent: FoundPackage;
}

/** The packages that concern floe, and which of their dependencies are not there. */
export interface ScanResult {
  /** The application, then what is nearest to it; at the same distance by folder. */
  readonly packages: readonly FoundPackage[];
  readonly absent: readonly AbsentDependency[];
}
