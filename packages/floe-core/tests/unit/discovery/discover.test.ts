import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discover, type Discovery } from "../../../src/discovery/discover.ts";
import type { DiscoveryFindings, DiscoverySource } from "../../../src/discovery/discovery-source.ts";
import { foundEntry } from "./support/found-entry.ts";
import { keysOf, requestFor, verdictsOf } from "./support/requests.ts";

const KEY = "floe.computes:duckdb";
const REQUEST = requestFor("/app");
const A = foundEntry("a@1.0.0", "a");
const B = foundEntry("b@2.0.0", "b");

function source(findings: Partial<DiscoveryFindings>): DiscoverySource {
  return { name: "test", discover: () => ({ entries: [], skipped: [], packagesRead: 0, ...findings }) };
}

function discoverWith(findings: Partial<DiscoveryFindings>, prefer: Readonly<Record<string, string>> = {}): Discovery {
  return discover([source(findings)], REQUEST, prefer);
}

function chosenPackage(discovery: Discovery): string | undefined {
  return discovery.candidates.get(KEY)?.chosen?.entryPoint.package.name;
}

describe("discover", () => {
  test("finds nothing without sources", () => {
    const { report, candidates } = discover([], REQUEST, {});
    expect(report).toMatchObject({ entryPoints: [], skipped: [], conflicts: [], packagesRead: 0, fromCache: false });
    expect(report.durationMs).toBeGreaterThanOrEqual(0);
    expect(candidates.size).toBe(0);
  });

  test("asks each source once, not once per group", () => {
    let asked = 0;
    const counting: DiscoverySource = {
      name: "counting",
      discover: () => ({ entries: [], skipped: [], packagesRead: (asked += 1) }),
    };
    expect(discover([counting], REQUEST, {}).report.packagesRead).toBe(1);
    expect(asked).toBe(1);
  });

  test("keeps how an entry is loaded", () => {
    const load = (): string => "class";
    const { candidates } = discoverWith({ entries: [{ ...A, load }] });
    expect(candidates.get(KEY)?.chosen?.load).toBe(load);
  });

  test("reports several packages for one key as a conflict, and lists all of their entries", () => {
    const discovery = discoverWith({ entries: [B, A] });
    expect(keysOf(discovery.report)).toEqual([KEY, KEY]);
    expect(discovery.report.conflicts).toMatchObject([{ key: KEY, candidates: [{ name: "a" }, { name: "b" }] }]);
    expect(discovery.candidates.get(KEY)).toEqual({ chosen: undefined, all: [A, B] });
  });

  test("settles a conflict as the application prefers", () => {
    const discovery = discoverWith({ entries: [A, B], prefer: { [KEY]: "b" } });
    expect(chosenPackage(discovery)).toBe("b");
    expect(discovery.report.conflicts).toEqual([]);
    expect(keysOf(discovery.report)).toEqual([KEY, KEY]);
  });

  test("lets the host's preference go before the application's", () => {
    const found = { entries: [A, B], prefer: { [KEY]: "b" } };
    expect(chosenPackage(discoverWith(found, { [KEY]: "a@1.0.0" }))).toBe("a");
    const astray = discoverWith(found, { [KEY]: "c" });
    expect(chosenPackage(astray)).toBeUndefined();
    expect(astray.report.conflicts[0]?.message).toContain("prefer names c, which does not offer it");
  });

  test("gives a preference of the host that is not well formed a verdict", () => {
    expect(verdictsOf(discoverWith({}, { duckdb: "a", [KEY]: "" }).report)).toEqual([
      "prefer_invalid prefer.duckdb",
      "prefer_invalid prefer.floe.computes:duckdb",
    ]);
    expect(verdictsOf(discoverWith({}, null as never).report)).toEqual(["prefer_invalid prefer"]);
  });

  test("takes the copy of a package that comes first, and gives the other's entry a verdict", () => {
    const { report } = discoverWith({ entries: [foundEntry("a@1.0.0", "near"), foundEntry("a@1.0.0", "far")] });
    expect(report.entryPoints.map((entryPoint) => entryPoint.package.path)).toEqual(["/near"]);
    expect(report.conflicts).toEqual([]);
    expect(verdictsOf(report)).toEqual(["duplicate_copy floe.computes.duckdb"]);
  });

  test("reports two versions of one package as a conflict", () => {
    const versions = [foundEntry("a@1.0.0", "one"), foundEntry("a@2.0.0", "two")];
    expect(discoverWith({ entries: versions }).report.conflicts).toHaveLength(1);
    const { candidates } = discoverWith({ entries: versions }, { [KEY]: "a@2.0.0" });
    expect(candidates.get(KEY)?.chosen?.entryPoint.package.path).toBe("/two");
  });

  test("answers the same whatever the order in which entries and verdicts come", () => {
    const entries = [A, B, foundEntry("b@1.0.0", "b1"), foundEntry("c", "c", { name: "other" }), foundEntry("c", "c", { type: "floe.dbt" }), foundEntry("c", "c", { export: "X" }), foundEntry("c", "c", { file: "/c/x.js" })];
    const verdict = { code: "block_invalid", package: "p", file: "f", path: "x", expected: "", found: "", message: "m", remedy: "" } as const;
    const skipped = [verdict, { ...verdict, package: "q" }, { ...verdict, file: "g" }, { ...verdict, path: "y" }, { ...verdict, code: "group_invalid" as const }, { ...verdict, message: "n" }];
    const { durationMs: _, ...expected } = discoverWith({ entries, skipped }).report;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.shuffledSubarray(skipped, { minLength: skipped.length }),
        (someEntries, someSkipped) => {
          const discovery = discoverWith({ entries: someEntries, skipped: someSkipped });
          expect(discovery.report).toMatchObject(expected);
          expect([...discovery.candidates.keys()]).toEqual(["floe.computes:duckdb", "floe.computes:other", "floe.dbt:duckdb"]);
        },
      ),
      { numRuns: 50 },
    );
    expect(expected.skipped.map((one) => `${one.package}${one.file}${one.path} ${one.code} ${one.message}`)).toEqual([
      "pfx block_invalid m",
      "pfx block_invalid n",
      "pfx group_invalid m",
      "pfy block_invalid m",
      "pgx block_invalid m",
      "qfx block_invalid m",
    ]);
  });

  test("freezes everything that it hands out", () => {
    const { report, candidates } = discoverWith({ entries: [A, B, foundEntry("c", "c", { type: "floe.dbt" })] }, { x: "" });
    const parts: unknown[] = [report, report.entryPoints, report.skipped, report.conflicts, report.skipped[0]];
    parts.push(...report.entryPoints, ...report.conflicts, ...candidates.values());
    expect(parts.every(Object.isFrozen)).toBe(true);
  });
});
