import { describe, expect, test } from "vitest";
import type { ClauseOutcome } from "../../../../src/contract/contract-report.ts";
import type { ContractClause } from "../../../../src/contract/contract-clause.ts";
import type { SeenProcess } from "../../../../src/contract/package/process-end.ts";
import { processClauses, processOutcomes } from "../../../../src/contract/package/process-outcomes.ts";

const ids = ["import/prints-nothing", "load/ends", "load/evaluates", "identity/name", "startup/ends", "startup/does-not-throw"] as const;
const expected = ids.map((id) => ({ id, title: "t" }));

function kept(...clauses: readonly ContractClause[]): ClauseOutcome[] {
  return clauses.map((clause) => ({ clause, title: "t", result: "kept", reason: "", durationMs: 1 }));
}

/** What is not kept, by clause. */
function lost(seen: Partial<SeenProcess>, skip = {}): Record<string, string> {
  const all: SeenProcess = { outcomes: [], underWay: undefined, calling: undefined, uncaught: [], end: { kind: "done" }, ...seen };
  const outcomes = processOutcomes(expected, all, skip).filter(({ result }) => result !== "kept");
  return Object.fromEntries(outcomes.map(({ clause, result, reason }) => [clause, `${result}: ${reason}`]));
}

describe("processOutcomes", () => {
  test("processOutcomes has nothing to add to a process that kept everything and ended", () => {
    expect(lost({ outcomes: kept(...ids) })).toEqual({});
  });

  test.each([
    [{ underWay: "import/prints-nothing", end: { kind: "blocked", afterMs: 4000 } }, "load/ends", "Importing it did not end: it let nothing else run for 4 s, and was stopped"],
    [{ underWay: "import/prints-nothing", end: { kind: "left", how: "ended the process" } }, "load/evaluates", "Importing it ended the process"],
    [{ underWay: "identity/name", end: { kind: "overrun", afterMs: 9000 } }, "identity/name", "It did not end within 9 s, and was stopped"],
    [{ underWay: "identity/name", end: { kind: "left", how: "crashed" } }, "identity/name", "It crashed"],
    [{ underWay: "identity/name", calling: "startup", end: { kind: "blocked", afterMs: 4000 } }, "startup/ends", "startup did not end: it let nothing else run for 4 s, and was stopped"],
    [{ underWay: "identity/name", calling: "startup", end: { kind: "left", how: "crashed" } }, "startup/does-not-throw", "startup crashed"],
  ] as const)("processOutcomes blames %j on one clause, and sees no other broken", (seen, clause, reason) => {
    const { [clause]: broken, ...others } = lost(seen);
    expect(broken).toBe(`broken: ${reason}`);
    expect(new Set(Object.values(others))).toEqual(new Set([`untried: see ${clause}`]));
  });

  test("processOutcomes says of what there was no time for that the time was up", () => {
    const found = lost({ outcomes: kept("load/ends"), underWay: "identity/name", end: { kind: "overdue" } });
    expect(new Set(Object.values(found))).toEqual(new Set(["untried: the time was up"]));
    expect(found["load/ends"]).toBeUndefined();
  });

  test("processOutcomes breaks a clause for errors that nobody caught, each once", () => {
    const found = lost({ outcomes: kept(...ids), uncaught: ["a", "b", "a"] });
    expect(found).toEqual({ "package/leaves-no-error-uncaught": "broken: Nobody caught: a; b" });
  });

  test.each([
    [{ kind: "open", resources: ["Timeout", "Timeout"] }, "The process does not end within a second after it has stopped: still open is Timeout"],
    [{ kind: "open", resources: [] }, "The process does not end within a second after it has stopped"],
    [{ kind: "left", how: "crashed the process (SIGSEGV)" }, "Once it had stopped, it crashed the process (SIGSEGV)"],
  ] as const)("processOutcomes breaks a clause for a process that ended with %j", (end, reason) => {
    expect(lost({ outcomes: kept(...ids), end })).toEqual({ "package/ends-by-itself": `broken: ${reason}` });
  });

  test("processOutcomes does not say twice what a plugin left behind, and nothing that was declared", () => {
    const outcomes = kept(...ids).map((one) => (one.clause === "identity/name" ? { ...one, result: "broken" as const } : one));
    expect(lost({ outcomes, end: { kind: "open", resources: [] } })["package/ends-by-itself"]).toBe("untried: see identity/name");
    const skip = { "package/ends-by-itself": "declared" };
    expect(lost({ outcomes: kept(...ids), end: { kind: "open", resources: [] } }, skip)).toEqual({ "package/ends-by-itself": "skipped: declared" });
  });
});

describe("processClauses", () => {
  test("processClauses are the ones that processOutcomes adds", () => {
    const seen: SeenProcess = { outcomes: [], underWay: undefined, calling: undefined, uncaught: [], end: { kind: "done" } };
    expect(processOutcomes([], seen, {}).map(({ clause }) => clause)).toEqual(processClauses().map(({ id }) => id));
  });
});
