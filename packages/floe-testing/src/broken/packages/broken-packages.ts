import { BROKEN_PACKAGING } from "./broken-packaging.ts";
import { BROKEN_PROCESSES } from "./broken-processes.ts";
import type { BrokenPackage } from "./broken-package.ts";

/**
 * Plugin packages that break one promise each which no test inside of them would see: what is missing in their
 * tarball, what they do to a process of their own. `runPackageContract` has to fail each at the clause that it
 * violates.
 */
export const brokenPackages: readonly BrokenPackage[] = Object.freeze([...BROKEN_PACKAGING, ...BROKEN_PROCESSES]);
