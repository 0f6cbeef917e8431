import { expect, test, vi } from "vitest";
import { SoundCompute } from "../../../src/broken/sound-compute.ts";
import { WithToken } from "../../../src/broken/configured-compute.ts";
import { TEST_SECRET } from "../../../src/broken/token-schema.ts";
import type { Clause } from "../../../src/contract/clause.ts";
import { ContractBreach, NotOffered, NotTried } from "../../../src/contract/contract-breach.ts";
import { ContractRun } from "../../../src/contract/contract-run.ts";
import type { ContractDeclaration } from "../../../src/contract/contract-options.ts";
import { normalDeclaration } from "../../../src/contract/normal-declaration.ts";
import { LIMITS, subjectOf } from "../../support/try-clause.ts";

const [FIRST, SECOND, THIRD] = ["load/ends", "health/ends", "shutdown/ends"] as const;

function clause(id: Clause["id"], check: Clause["check"], after: readonly Clause["id"][] = []): Clause {
  return { id, title: `promises ${id}`, check, after };
}

function run(clauses: readonly Clause[], declaration: ContractDeclaration = {}, load: new () => object = SoundCompute): ContractRun {
  return new ContractRun(subjectOf(load), normalDeclaration({ ...declaration, limits: LIMITS }), clauses);
}

function throwing(error: unknown): Clause["check"] {
  return () => {
    throw error;
  };
}

test.each([
  ["nothing", () => undefined, "kept", ""],
  ["a ContractBreach", throwing(new ContractBreach("it hangs")), "broken", "it hangs"],
  ["any other error", throwing(new Error("oops")), "broken", "It ended with an error: oops"],
  ["undefined", throwing(undefined), "broken", "It ended with an error: undefined"],
  ["NotTried", throwing(new NotTried("see load/ends")), "untried", "see load/ends"],
  ["NotOffered", throwing(new NotOffered("it has no schema")), "skipped", "it has no schema"],
] as const)("ContractRun makes of a check that throws %s a result and a reason", async (_, check, result, reason) => {
  const report = await run([clause(FIRST, check)]).report();
  expect(report.clauses).toEqual([{ clause: FIRST, title: `promises ${FIRST}`, result, reason, durationMs: expect.any(Number) as number }]);
  expect(report.ok).toBe(result !== "broken");
});

test("ContractRun leaves untried what comes after a broken clause, and what comes after that", async () => {
  const later = vi.fn();
  const { clauses } = await run([
    clause(THIRD, later, [SECOND]),
    clause(SECOND, later, [FIRST]),
    clause(FIRST, throwing(new ContractBreach("it hangs"))),
  ]).report();
  expect(clauses.map(({ result, reason }) => [result, reason])).toEqual([
    ["untried", `see ${SECOND}`],
    ["untried", `see ${FIRST}`],
    ["broken", "it hangs"],
  ]);
  expect(later).not.toHaveBeenCalled();
});

test("ContractRun tries what comes after a clause that is skipped", async () => {
  const skip = { [FIRST]: "it waits for a person" };
  const first = vi.fn();
  const { ok, clauses } = await run([clause(FIRST, first), clause(SECOND, () => undefined, [FIRST])], { skip }).report();
  expect(clauses.map(({ result, reason }) => [result, reason])).toEqual([["skipped", "it waits for a person"], ["kept", ""]]);
  expect(first).not.toHaveBeenCalled();
  expect(ok).toBe(true);
});

test("ContractRun tries each clause once, whoever asks for it", async () => {
  const first = vi.fn();
  const both = run([clause(FIRST, first), clause(SECOND, () => undefined, [FIRST])]);
  await Promise.all([both.report(), both.report()]);
  expect(first).toHaveBeenCalledOnce();
});

test("ContractRun tells of each outcome as it ends, in order", async () => {
  const heard: string[] = [];
  const report = await run([clause(FIRST, () => undefined), clause(SECOND, () => undefined)]).report((outcome) => {
    heard.push(outcome.clause);
  });
  expect(heard).toEqual([FIRST, SECOND]);
  expect(report).toMatchObject({ plugin: "floe.computes:mine", clauses: [{ clause: FIRST }, { clause: SECOND }] });
});

test("ContractRun masks secrets in its reasons, those of the schema and those that are declared", async () => {
  const breach = throwing(new Error(`no access with ${TEST_SECRET} or tr0ub4dor`));
  const { clauses } = await run([clause(FIRST, breach)], { valid: { token: TEST_SECRET }, secrets: ["tr0ub4dor"] }, WithToken).report();
  expect(clauses[0]?.reason).toBe("It ended with an error: no access with [secret] or [secret]");
});

test("ContractRun takes back what a clause had of its trial, even if the clause is broken", async () => {
  const stopped = vi.fn();
  class Counted extends SoundCompute {
    override shutdown(): void {
      stopped();
    }
  }
  const check: Clause["check"] = async (trial) => {
    await trial.start();
    throw new ContractBreach("it hangs");
  };
  await run([clause(FIRST, check)], {}, Counted).report();
  expect(stopped).toHaveBeenCalledOnce();
});
