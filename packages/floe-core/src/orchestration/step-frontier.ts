import type { PlannedStep } from "./plan-run.ts";

interface Node {
  readonly step: PlannedStep;
  readonly index: number;
  /** How many of its needs are not done yet. */
  waitingFor: number;
  readonly dependents: Node[];
}

/**
 * Knows which steps may start next. A step is open until it was taken, skipped or abandoned, and ready once
 * all that it needs has succeeded. Among ready steps the first in the order of the plan is taken first.
 */
export class StepFrontier {
  readonly #nodes = new Map<string, Node>();
  readonly #open = new Set<Node>();
  /** Ready nodes by index. */
  readonly #ready: Node[] = [];

  /** @param steps In dependency order. */
  constructor(steps: readonly PlannedStep[]) {
    for (const [index, step] of steps.entries()) {
      const node: Node = { step, index, waitingFor: step.needs.length, dependents: [] };
      this.#nodes.set(step.transform.name, node);
      this.#open.add(node);
      for (const need of step.needs) this.#nodes.get(need)?.dependents.push(node);
      if (node.waitingFor === 0) this.#ready.push(node);
    }
  }

  /** Takes the first ready step; undefined if none is ready. */
  take(): PlannedStep | undefined {
    const node = this.#ready.shift();
    if (node === undefined) return undefined;
    this.#open.delete(node);
    return node.step;
  }

  /** A step that was taken has succeeded: what waited for it alone becomes ready. */
  succeed(name: string): void {
    for (const dependent of this.#nodes.get(name)?.dependents ?? []) {
      dependent.waitingFor -= 1;
      if (dependent.waitingFor === 0 && this.#open.has(dependent)) this.#makeReady(dependent);
    }
  }

  /** A step that was taken has failed. Returns, in the order of the plan, the open steps that need it: none starts. */
  fail(name: string): readonly string[] {
    const skipped: Node[] = [];
    const queue = [...(this.#nodes.get(name)?.dependents ?? [])];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (!this.#open.delete(node)) continue;
      skipped.push(node);
      queue.push(...node.dependents);
    }
    return namesOf(skipped);
  }

  /** Nothing more is to start. Returns every open step, in the order of the plan. */
  abandon(): readonly string[] {
    const abandoned = namesOf([...this.#open]);
    this.#open.clear();
    this.#ready.length = 0;
    return abandoned;
  }

  #makeReady(node: Node): void {
    const before = this.#ready.findLastIndex(({ index }) => index < node.index);
    this.#ready.splice(before + 1, 0, node);
  }
}

function namesOf(nodes: readonly Node[]): readonly string[] {
  return [...nodes].sort((a, b) => a.index - b.index).map(({ step }) => step.transform.name);
}
