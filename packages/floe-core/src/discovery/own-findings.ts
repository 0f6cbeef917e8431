import type { DiscoveryFindings } from "./discovery-source.ts";

type Members = Pick<DiscoveryFindings, "entries" | "skipped">;

/** What findings that were made and checked here held then. */
const membersThen = new WeakMap<object, Members>();

/**
 * Remembers findings that this package made, whose entries and verdicts are frozen already, so that they need no
 * second check on their way: a start that asks no other source then compiles none of it. They are left open, for a
 * host's own source may add to what the package scan found, or take from it, before it passes it on.
 */
export function ownFindings(findings: DiscoveryFindings): DiscoveryFindings {
  membersThen.set(findings, { entries: [...findings.entries], skipped: [...findings.skipped] });
  return findings;
}

/** Whether `findings` are as this package made them. */
export function areOwnFindings(findings: unknown): findings is DiscoveryFindings {
  const then = membersThen.get(Object(findings) as object);
  if (then === undefined) return false;
  const { entries, skipped, packagesRead } = findings as DiscoveryFindings;
  return isSameList(entries, then.entries) && isSameList(skipped, then.skipped) && typeof packagesRead === "number";
}

function isSameList(now: unknown, then: readonly unknown[]): boolean {
  return Array.isArray(now) && now.length === then.length && then.every((member, index) => member === now[index]);
}
