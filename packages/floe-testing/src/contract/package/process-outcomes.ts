import type { ContractClause } from "../contract-clause.ts";
import type { ClauseOutcome, ClauseResult } from "../contract-report.ts";
import type { Skips } from "./run-package-clauses.ts";
import { PACKAGE_TITLES } from "./package-titles.ts";
import type { ProcessEnd, SeenProcess } from "./process-end.ts";

/** A clause that was to be tried. */
export interface ExpectedClause {
  readonly id: ContractClause;
  readonly title: string;
}

/** The promises that show only when the process is over. */
const AFTERWARDS = ["package/leaves-no-error-uncaught", "package/ends-by-itself"] as const;

/** The clauses that are judged when the process is over. */
export function processClauses(): readonly ExpectedClause[] {
  return AFTERWARDS.map((id) => ({ id, title: PACKAGE_TITLES[id] }));
}

/**
 * What came of each clause. Where the process did not survive one, that one is broken, once, and those behind it are
 * untried.
 */
export function processOutcomes(expected: readonly ExpectedClause[], seen: SeenProcess, skip: Skips): readonly ClauseOutcome[] {
  const { outcomes } = seen;
  const blamed = blamedFor(seen);
  const known = new Map(outcomes.map((outcome) => [outcome.clause, outcome]));
  const tried = expected.map(({ id, title }): ClauseOutcome => {
    if (id === blamed?.clause) return outcomeOf(id, title, "broken", blamed.reason);
    return known.get(id) ?? outcomeOf(id, title, "untried", blamed === undefined ? "the time was up" : `see ${blamed.clause}`);
  });
  const broken = tried.find(({ result }) => result === "broken")?.clause;
  const afterwards = AFTERWARDS.map((id) => {
    const title = PACKAGE_TITLES[id];
    const declared = skip[id];
    if (declared !== undefined) return outcomeOf(id, title, "skipped", declared);
    return id === "package/ends-by-itself" ? ending(title, seen.end, broken) : uncaught(title, seen, blamed?.clause);
  });
  return [...tried, ...afterwards];
}

function uncaught(title: string, { uncaught: reasons, end }: SeenProcess, blamed: ContractClause | undefined): ClauseOutcome {
  const id = "package/leaves-no-error-uncaught";
  if (reasons.length > 0) return outcomeOf(id, title, "broken", `Nobody caught: ${[...new Set(reasons)].slice(0, 5).join("; ")}`);
  if (blamed !== undefined) return outcomeOf(id, title, "untried", `see ${blamed}`);
  return end.kind === "overdue" ? outcomeOf(id, title, "untried", "the time was up") : outcomeOf(id, title, "kept", "");
}

function ending(title: string, end: ProcessEnd, broken: ContractClause | undefined): ClauseOutcome {
  const id = "package/ends-by-itself";
  // Who breaks a promise may well leave something behind: it is said where it was seen.
  if (broken !== undefined) return outcomeOf(id, title, "untried", `see ${broken}`);
  if (end.kind === "overdue") return outcomeOf(id, title, "untried", "the time was up");
  if (end.kind === "done") return outcomeOf(id, title, "kept", "");
  if (end.kind === "left") return outcomeOf(id, title, "broken", `Once it had stopped, it ${end.how}`);
  const open = end.kind === "open" && end.resources.length > 0 ? `: still open is ${[...new Set(end.resources)].join(", ")}` : "";
  return outcomeOf(id, title, "broken", `The process does not end within a second after it has stopped${open}`);
}

interface Blamed {
  readonly clause: ContractClause;
  readonly reason: string;
}

/** What hooks promise, by the beginning of the clause's id. */
const AREAS = { startup: "startup", healthCheck: "health", shutdown: "shutdown" } as const;

/** The clause that the process did not survive, and why; undefined if it survived all that it came to. */
function blamedFor({ end, underWay, calling }: SeenProcess): Blamed | undefined {
  if (underWay === undefined || end.kind === "done" || end.kind === "open" || end.kind === "overdue") return undefined;
  const isImport = underWay.startsWith("import/");
  const area = calling === undefined ? undefined : AREAS[calling];
  const what = isImport ? "Importing it" : (calling ?? "It");
  if (end.kind === "left") {
    const clause = isImport ? "load/evaluates" : area === undefined ? underWay : (`${area}/does-not-throw` as const);
    return { clause, reason: `${what} ${end.how}` };
  }
  const clause = isImport ? "load/ends" : area === undefined ? underWay : (`${area}/ends` as const);
  const seconds = `${Math.round(end.afterMs / 1000)} s`;
  const reason = end.kind === "blocked" ? `did not end: it let nothing else run for ${seconds}` : `did not end within ${seconds}`;
  return { clause, reason: `${what} ${reason}, and was stopped` };
}

function outcomeOf(clause: ContractClause, title: string, result: ClauseResult, reason: string): ClauseOutcome {
  return Object.freeze({ clause, title, result, reason, durationMs: 0 });
}
