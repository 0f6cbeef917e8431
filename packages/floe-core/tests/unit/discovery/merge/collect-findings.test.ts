import { describe, expect, test } from "vitest";
import type { DiscoveryFindings, DiscoverySource } from "../../../../src/discovery/discovery-source.ts";
import { collectFindings } from "../../../../src/discovery/merge/collect-findings.ts";
import { emptyTexts } from "../support/empty-texts.ts";
import { foundEntry } from "../support/found-entry.ts";
import { requestFor, verdictsOf } from "../support/requests.ts";

const REQUEST = requestFor("/app");

function source(findings: Partial<DiscoveryFindings>, name = "test"): DiscoverySource {
  return { name, discover: () => ({ entries: [], skipped: [], packagesRead: 0, ...findings }) };
}

function broken(discover: unknown, name: unknown = "broken"): DiscoverySource {
  return { name, discover } as unknown as DiscoverySource;
}

function revokedProxy(): Record<string, string> {
  const { proxy, revoke } = Proxy.revocable<Record<string, string>>({}, {});
  revoke();
  return proxy;
}

describe("collectFindings", () => {
  test("asks each source once, with the request, and adds up", () => {
    const asked: unknown[] = [];
    const counting: DiscoverySource = {
      name: "counting",
      discover: (request) => {
        asked.push(request);
        return { entries: [foundEntry("a")], skipped: [], packagesRead: 2 };
      },
    };
    const found = collectFindings([counting, source({ entries: [foundEntry("b")], packagesRead: 3 })], REQUEST);
    expect(asked).toEqual([REQUEST]);
    expect(found.packagesRead).toBe(5);
    expect(found.entries.map(({ entryPoint }) => entryPoint.package.name)).toEqual(["a", "b"]);
  });

  test.each([
    ["throws", broken(() => { throw new Error("no\u001bdisk"); }), 'source "broken": no\\u{1b}disk'],
    ["throws nothing sensible", broken(() => { throw undefined; }), 'source "broken": undefined'],
    ["answers nonsense", broken(() => 1), "did not answer with findings"],
    ["leaves a hole", source({ entries: new Array(1) }), "`entries[0]` is no entry point"],
    ["prefers what cannot be read", source({ prefer: revokedProxy() }), "revoked"],
    ["is asynchronous", broken(async () => 1), "discovery is synchronous"],
    ["is no source", broken(undefined, 1), 'source "(unnamed)"'],
    ["is null", null as unknown as DiscoverySource, 'source "(unnamed)"'],
    [
      "cannot even be named",
      { get name(): string { throw new Error("x"); }, discover: () => { throw new Error("y"); } },
      'source "(unnamed)": y',
    ],
  ])("gives a source that %s a verdict and hides no other", (_, bad, message) => {
    const found = collectFindings([bad, source({ entries: [foundEntry("a")] })], REQUEST);
    expect(found.entries).toHaveLength(1);
    expect(found.skipped).toMatchObject([{ code: "source_failed", package: "", file: "", path: "" }]);
    expect(found.skipped[0]?.message).toContain(message);
    expect(found.skipped.flatMap(emptyTexts)).toEqual([]);
  });

  test("gives entries of a group that the registry does not know verdicts", () => {
    const found = collectFindings([source({ entries: [foundEntry("a", "a", { type: "floe.compute" })] })], REQUEST);
    expect(found.entries).toEqual([]);
    expect(verdictsOf(found)).toEqual(["group_unknown floe.compute.duckdb"]);
  });

  test("lets the first source's preference count, and checks all", () => {
    const first = source({ prefer: { "floe.dbt:core": "a" } });
    const second = source({ prefer: { "floe.dbt:core": "b", "floe.dbt:fusion": "b", nonsense: "c" } });
    const found = collectFindings([first, second], REQUEST);
    expect([...found.prefer]).toEqual([
      ["floe.dbt:core", "a"],
      ["floe.dbt:fusion", "b"],
    ]);
    expect(verdictsOf(found)).toEqual(["prefer_invalid prefer.nonsense"]);
    expect(found.skipped).toMatchObject([{ package: "", file: "" }]);
  });

  test("takes more verdicts than a call takes arguments", () => {
    const [verdict] = collectFindings([broken(1)], REQUEST).skipped;
    const skipped = Array.from({ length: 150_000 }, () => verdict!);
    expect(collectFindings([source({ skipped })], REQUEST).skipped).toHaveLength(150_000);
  });
});
