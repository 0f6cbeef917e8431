import { describe, expect, test } from "vitest";
import type { DiscoveryFindings, FoundEntry } from "../../../src/discovery/discovery-source.ts";
import { areOwnFindings, ownFindings } from "../../../src/discovery/own-findings.ts";
import { foundEntry } from "./support/found-entry.ts";

interface OpenFindings extends DiscoveryFindings {
  entries: FoundEntry[];
}

function open(): OpenFindings {
  return ownFindings({ entries: [foundEntry("a@1.0.0", "a")], skipped: [], packagesRead: 1 }) as OpenFindings;
}

test("ownFindings leaves findings open, so that a host's source may change what it passes on", () => {
  const findings = open();
  expect([findings, findings.entries, findings.skipped].some(Object.isFrozen)).toBe(false);
});

describe("areOwnFindings", () => {
  test("areOwnFindings knows them from all others, their own copy among them", () => {
    const findings = open();
    expect(areOwnFindings(findings)).toBe(true);
    for (const other of [{ ...findings }, Object.freeze({ ...findings }), undefined, null, "findings"]) expect(areOwnFindings(other)).toBe(false);
  });

  test.each<[string, (findings: OpenFindings) => unknown]>([
    ["an entry more", ({ entries }) => entries.push(foundEntry("b@1.0.0", "b"))],
    ["an entry less", ({ entries }) => entries.pop()],
    ["another entry", ({ entries }) => (entries[0] = foundEntry("b@1.0.0", "b"))],
    ["a hole", ({ entries }) => Reflect.deleteProperty(entries, 0)],
    ["another list", (findings) => (findings.entries = [foundEntry("b@1.0.0", "b")])],
    ["no list", (findings) => Object.assign(findings, { skipped: { length: 0 } })],
    ["no number", (findings) => Object.assign(findings, { packagesRead: "1" })],
  ])("areOwnFindings does not take findings with %s for what they were", (_, change) => {
    const findings = open();
    change(findings);
    expect(areOwnFindings(findings)).toBe(false);
  });
});
