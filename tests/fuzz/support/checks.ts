import { isPluginError, type DiscoveryReport, type PluginError } from "floe-core";

/*
 * Checks that are made a million times. What vitest offers for them takes longer than what they check.
 */

/** @throws unless it holds. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`expected ${what}`);
}

/** Control, format and separator characters and half surrogate pairs: what could forge or hide output. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * A report is frozen, plain JSON, sorted, and its verdicts can be printed and say what to do.
 *
 * @param isOwnWords Whether verdicts are passed on as a source of the host's own worded them.
 */
export function checkReport(report: DiscoveryReport, { isOwnWords = false }: { readonly isOwnWords?: boolean } = {}): void {
  for (const list of [report, report.entryPoints, report.skipped, report.conflicts]) must(Object.isFrozen(list), "a frozen report");
  for (const entry of report.entryPoints) {
    must([entry, entry.package, entry.dependencies, ...entry.dependencies].every(Object.isFrozen), "frozen entry points");
  }
  for (const verdict of report.skipped) {
    must(Object.isFrozen(verdict), "frozen verdicts");
    must(verdict.message.startsWith("Cannot ") && verdict.remedy !== "", "a message and a remedy");
    if (isOwnWords) continue;
    must(!UNPRINTABLE.test(verdict.message + verdict.path + verdict.found + verdict.remedy), "verdicts that can be printed");
    must(verdict.found.length <= 1_000 && verdict.message.length <= 3_000, "short verdicts");
  }
  const keys = report.entryPoints.map(({ key }) => key);
  must(keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") <= key), "sorted entry points");
  must(JSON.stringify(JSON.parse(JSON.stringify(report))) === JSON.stringify(report), "plain JSON");
}

/** The report as text, without what differs from one reading to the next. */
export function reportText(report: DiscoveryReport): string {
  return JSON.stringify({ ...report, durationMs: 0 });
}

/** What `operation` failed with, if it did: nothing but a floe error may come out. */
export async function failureOf(operation: Promise<unknown>): Promise<PluginError | undefined> {
  try {
    await operation;
    return undefined;
  } catch (error) {
    if (!isPluginError(error)) throw error;
    JSON.stringify(error);
    return error;
  }
}
