import { describe, expect, test } from "vitest";
import {
  MissingDependencyError,
  type AmbiguousDependency,
  type MissingDependency,
  type VersionConflict,
} from "../../../src/errors/missing-dependency-error.ts";
import { expectForm, expectFrozenCopy } from "../../support/error-form.ts";

const missing: MissingDependency[] = [{ plugin: "t:a", dependency: "dukdb", nearest: "duckdb" }];
const ambiguous: AmbiguousDependency[] = [{ plugin: "t:b", dependency: "x", candidates: ["s:x", "t:x"] }];
const versionConflicts: VersionConflict[] = [{ plugin: "t:c", dependency: "t:d", range: "^2.0.0", found: "1.0.0" }];

describe("MissingDependencyError", () => {
  test("MissingDependencyError lists everything that is missing, ambiguous or in the wrong version", () => {
    expectForm(new MissingDependencyError({ missing, ambiguous, versionConflicts }), {
      name: "MissingDependencyError",
      code: "FLOE_PLUGIN_MISSING_DEPENDENCY",
      message:
        "Cannot order plugins: t:a needs dukdb, which is not known; t:b needs x, which may be s:x or t:x; " +
        "t:c needs t:d ^2.0.0, but 1.0.0 is there",
      hint:
        'Did you mean "duckdb" instead of "dukdb"? State the whole key, for example "floe.computes:duckdb". ' +
        "Install a version inside the stated range, or correct the range.",
      fields: { missing, ambiguous, versionConflicts },
    });
  });

  test("MissingDependencyError says what could not be done, and that the selection itself named the plugin", () => {
    const error = new MissingDependencyError({ verb: "start", missing: [{ plugin: undefined, dependency: "t:x" }] });
    expect(error.message).toBe("Cannot start plugins: the selection needs t:x, which is not known");
    expect(error.hint).toBe("Install the packages that provide them.");
  });

  test("MissingDependencyError says why a version could not be judged", () => {
    const error = new MissingDependencyError({
      versionConflicts: [{ plugin: "t:a", dependency: "t:b", range: "new", found: "1.0.0", reason: '"new" is not a version range' }],
    });
    expect(error.message).toBe('Cannot order plugins: t:a needs t:b new, but "new" is not a version range');
  });

  test("MissingDependencyError carries frozen copies, empty by default", () => {
    const error = new MissingDependencyError({ missing });
    expectFrozenCopy(error.missing, missing);
    expectFrozenCopy(error.ambiguous, []);
    expectFrozenCopy(error.versionConflicts, []);
  });
});
