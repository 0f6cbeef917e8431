import { isSemver } from "../../version/is-semver.ts";
import { showValue } from "../printable.ts";
import type { Checked } from "../problem.ts";
import { own, type JsonObject } from "./json-object.ts";
import { isPackageName } from "./is-package-name.ts";

/** A package's own name and version. */
export interface PackageIdentity {
  readonly name: string;
  readonly version: string;
}

/** Reads a package's name and version, which a package that offers plugins has to state. */
export function checkPackageIdentity(manifest: JsonObject): Checked<PackageIdentity> {
  const name = own(manifest, "name");
  if (!isPackageName(name)) {
    return {
      problem: {
        code: "package_name_invalid",
        expected: "the package's name",
        found: showValue(name),
        reason: `the package's name is ${showValue(name)}`,
        remedy: 'Give the package.json a "name" that npm accepts.',
      },
    };
  }
  const version = own(manifest, "version");
  if (!isSemver(version)) {
    return {
      problem: {
        code: "package_version_invalid",
        expected: "the package's version, full semver",
        found: showValue(version),
        reason: `the package's version is ${showValue(version)}, which is no semver`,
        remedy: 'Give the package.json a full "version", for example "0.1.0".',
      },
    };
  }
  return { value: { name, version } };
}
