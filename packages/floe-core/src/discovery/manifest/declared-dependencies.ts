import { printable, showValue } from "../printable.ts";
import type { Rejection } from "../problem.ts";
import { isJsonObject, own, type JsonObject } from "./json-object.ts";
import { isPackageName } from "./is-package-name.ts";

/** A package that a package.json names as its dependency. */
export interface DeclaredDependency {
  readonly name: string;
  /** Whether it has to be installed: it is under `dependencies` and not under `optionalDependencies` too. */
  readonly required: boolean;
}

/** What a package.json depends on. */
export interface DeclaredDependencies {
  /** Sorted by name, so that nothing hangs on the order of keys in the file. */
  readonly dependencies: readonly DeclaredDependency[];
  readonly rejections: readonly Rejection[];
}

const FIELDS = ["dependencies", "optionalDependencies", "peerDependencies"];

/** The dependencies of a package; with `dev`, as for an application, its development dependencies too. */
export function declaredDependencies(manifest: JsonObject, dev: boolean): DeclaredDependencies {
  const required = new Map<string, boolean>();
  const rejections: Rejection[] = [];
  for (const field of dev ? [...FIELDS, "devDependencies"] : FIELDS) {
    const declared = own(manifest, field);
    if (declared === undefined) continue;
    if (!isJsonObject(declared)) {
      rejections.push(rejectField(field, declared));
      continue;
    }
    for (const name of Object.keys(declared)) {
      if (!isPackageName(name)) rejections.push(rejectName(field, name));
      else if (field === "optionalDependencies") required.set(name, false);
      else if (!required.has(name)) required.set(name, field === "dependencies");
    }
  }
  const names = [...required.keys()].sort();
  return { dependencies: names.map((name) => ({ name, required: required.get(name) === true })), rejections };
}

function rejectField(field: string, found: unknown): Rejection {
  return {
    path: field,
    action: `follow ${field}`,
    problem: {
      code: "dependencies_invalid",
      expected: "an object of package names and ranges",
      found: showValue(found),
      remedy: `Write "${field}" as an object, or remove it.`,
    },
  };
}

function rejectName(field: string, name: string): Rejection {
  return {
    path: `${field}.${printable(name)}`,
    action: `follow ${field}`,
    problem: {
      code: "package_name_invalid",
      expected: "the name of a package",
      found: showValue(name),
      remedy: "Correct the name, or remove the dependency.",
    },
  };
}
