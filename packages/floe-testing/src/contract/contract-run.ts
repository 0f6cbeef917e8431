import { redactorFor, reasonOf } from "floe-core";
import type { Clause } from "./clause.ts";
import type { ContractClause } from "./contract-clause.ts";
import type { ContractLimits } from "./contract-options.ts";
import { ContractBreach, NotOffered, NotTried } from "./contract-breach.ts";
import type { ClauseOutcome, ClauseResult, ContractReport } from "./contract-report.ts";
import { Facts } from "./facts.ts";
import type { NormalDeclaration } from "./normal-declaration.ts";
import type { ContractSubject } from "./subject/contract-subject.ts";
import { Trial } from "./trial/trial.ts";

/** One plugin and its clauses. Each clause is tried once, when it is first asked for, after those it comes after. */
export class ContractRun {
  readonly clauses: readonly Clause[];
  readonly #subject: ContractSubject;
  readonly #declaration: NormalDeclaration;
  readonly #facts: Facts;
  readonly #outcomes = new Map<ContractClause, Promise<ClauseOutcome>>();

  constructor(subject: ContractSubject, declaration: NormalDeclaration, clauses: readonly Clause[]) {
    this.clauses = clauses;
    this.#subject = subject;
    this.#declaration = declaration;
    this.#facts = new Facts(() => new Trial(subject, declaration));
  }

  get limits(): ContractLimits {
    return this.#declaration.limits;
  }

  /** How the clause ended. */
  outcome(clause: Clause): Promise<ClauseOutcome> {
    const known = this.#outcomes.get(clause.id);
    if (known !== undefined) return known;
    const outcome = this.#try(clause);
    this.#outcomes.set(clause.id, outcome);
    return outcome;
  }

  /**
   * Tries every clause, one after another.
   *
   * @param onOutcome is told of each as it ends.
   */
  async report(onOutcome: (outcome: ClauseOutcome) => void = () => {}): Promise<ContractReport> {
    const began = performance.now();
    const outcomes: ClauseOutcome[] = [];
    for (const clause of this.clauses) {
      const outcome = await this.outcome(clause);
      outcomes.push(outcome);
      onOutcome(outcome);
    }
    return {
      ok: outcomes.every(({ result }) => result !== "broken"),
      plugin: this.#subject.key,
      durationMs: Math.round(performance.now() - began),
      clauses: outcomes,
    };
  }

  async #try(clause: Clause): Promise<ClauseOutcome> {
    const declared = this.#declaration.skip[clause.id];
    if (declared !== undefined) return this.#outcome(clause, "skipped", declared, 0);
    for (const id of clause.after ?? []) {
      const before = this.clauses.find((other) => other.id === id);
      if (before === undefined) continue;
      const { result } = await this.outcome(before);
      if (result === "broken" || result === "untried") return this.#outcome(clause, "untried", `see ${id}`, 0);
    }
    const began = performance.now();
    const [result, reason] = await this.#judge(clause);
    return this.#outcome(clause, result, reason, performance.now() - began);
  }

  async #judge(clause: Clause): Promise<readonly [ClauseResult, string]> {
    const trial = new Trial(this.#subject, this.#declaration);
    try {
      await clause.check(trial, this.#facts);
      return ["kept", ""];
    } catch (error) {
      if (error instanceof NotTried) return ["untried", error.message];
      if (error instanceof NotOffered) return ["skipped", error.message];
      const reason = error instanceof ContractBreach ? error.message : `It ended with an error: ${reasonOf(error)}`;
      return ["broken", reason];
    } finally {
      await trial.end();
    }
  }

  async #outcome({ id, title }: Clause, result: ClauseResult, reason: string, durationMs: number): Promise<ClauseOutcome> {
    const shown = reason === "" ? reason : redactorFor(await this.#facts.secrets()).redact(reason);
    return Object.freeze({ clause: id, title, result, reason: shown, durationMs: Math.round(durationMs) });
  }
}
