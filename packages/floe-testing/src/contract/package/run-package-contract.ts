import type { PackageContractOptions } from "./package-contract-options.ts";
import type { PackageContractReport } from "./package-contract-report.ts";
import { tryPackage } from "./try-package.ts";

/**
 * Tries a plugin package from outside, as who installs it meets it, without a test of its author's: packs it as its
 * author would publish it, unpacks it into an empty application beside what it declares, and tries each of its plugins
 * in a process of its own. It runs nothing of the package in this process, downloads nothing, and is done within its
 * limit whatever the package does. How a plugin is configured and what it does not keep is declared in `floeContract`
 * of its package.json.
 *
 * @param folder The package's folder, built, with its dependencies installed.
 * @throws ContractSetupError if the folder is no plugin package, or its dependencies are not installed; the signal's
 *   reason.
 */
export async function runPackageContract(folder: string | URL, options: PackageContractOptions = {}): Promise<PackageContractReport> {
  return tryPackage(folder, options);
}
