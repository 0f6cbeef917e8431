import type { SkipCode, SkippedEntry } from "./discovery-report.ts";
import { printable } from "./printable.ts";

/** What is wrong with something, said by code that does not know where it stands. */
export interface Problem {
  readonly code: SkipCode;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
  /** Why it was refused. Default: "expected ..., found ...". */
  readonly reason?: string;
}

/** A value that passed its check, or the problem that it has. */
export type Checked<T> =
  | { readonly value: T; readonly problem?: never }
  | { readonly problem: Problem; readonly value?: never };

/** A problem at a JSON path inside one file. `action` completes "Cannot ...", for example "read the floe block". */
export interface Rejection {
  readonly path: string;
  readonly action: string;
  readonly problem: Problem;
}

/** What is refused when an entry is: completes "Cannot ...". */
export function entryAction(type: string, name: string): string {
  return `accept plugin ${printable(type)}:${printable(name)}`;
}

/** The frozen verdict on `rejection`, which was met in the file `place.file` of package `place.package`. */
export function toVerdict(rejection: Rejection, place: { readonly package: string; readonly file: string }): SkippedEntry {
  const { code, expected, found, remedy, reason = `expected ${expected}, found ${found}` } = rejection.problem;
  const message = `Cannot ${rejection.action}: ${reason}`;
  return Object.freeze({
    code,
    package: place.package,
    file: place.file,
    path: rejection.path,
    expected,
    found,
    message,
    remedy,
  });
}
