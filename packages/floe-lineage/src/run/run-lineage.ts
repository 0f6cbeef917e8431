import { randomUUID } from "node:crypto";
import type { CompiledArtifacts, LineageEvent, NamespaceStrategy, RunEvent, RunStatus, TransformConfig } from "floe-core";
import { redactEvent } from "../events/redact-event.ts";
import { ProductNames } from "../naming/product-names.ts";
import { productEvent } from "./product-event.ts";
import { productOrigin, type ProductOrigin } from "./product-origin.ts";
import { stepEvent, type StepMoment } from "./step-event.ts";
import type { StepFacts } from "./step-facts.ts";

/** Where the events of a run go, and how names are made for it. A `LineageEmitter` fits. */
export interface LineageTarget {
  readonly emitter: { emit(event: LineageEvent): void };
  readonly naming: NamespaceStrategy;
}

interface Context {
  readonly target: LineageTarget;
  readonly names: ProductNames;
  readonly origin: ProductOrigin;
}

const FINAL: Readonly<Record<RunStatus, LineageEvent["eventType"]>> = {
  succeeded: "COMPLETE",
  failed: "FAIL",
  cancelled: "ABORT",
};

/**
 * Tells targets what happens in one run of a product: one OpenLineage run for the product, whose id is the run's
 * own, and one for each transform that starts, as its child. A transform that never starts, because it was
 * skipped or the run was cancelled before, is no run and leaves no event: what never began cannot end.
 */
export class RunLineage {
  readonly #contexts: readonly Context[];
  readonly #redact: (text: string) => string;
  readonly #transforms: ReadonlyMap<string, TransformConfig>;
  readonly #stepRunIds = new Map<string, string>();
  readonly #facts = new Map<string, StepFacts>();
  readonly #failed: string[] = [];

  /** @param run `redact` masks secrets in whatever is sent. Default: nothing to mask. */
  constructor(run: {
    readonly artifacts: CompiledArtifacts;
    readonly targets: readonly LineageTarget[];
    readonly redact?: ((text: string) => string) | undefined;
  }) {
    const origin = productOrigin(run.artifacts);
    this.#contexts = run.targets.map((target) => ({
      target,
      names: new ProductNames(run.artifacts, target.naming),
      origin,
    }));
    this.#redact = run.redact ?? ((text) => text);
    this.#transforms = new Map(run.artifacts.transforms.map((transform) => [transform.name, transform]));
  }

  /** Keeps what was learned of a step, for its last event: call it before `handle` is told that the step finished. */
  describe(step: string, facts: StepFacts): void {
    this.#facts.set(step, facts);
  }

  /** Sends what an event of the run means in lineage. The events of a run come in their order, its own last. */
  handle(event: RunEvent): void {
    switch (event.type) {
      case "run-started":
        return this.#product(event, "START");
      case "run-finished":
        return this.#product(event, FINAL[event.status]);
      case "step-started":
        this.#stepRunIds.set(event.step, randomUUID());
        return this.#step(event, { eventType: "START" });
      case "step-finished":
        return this.#step(event, { eventType: "COMPLETE", facts: this.#facts.get(event.step), rows: event.rows });
      case "step-failed":
        this.#failed.push(event.step);
        return this.#step(event, { eventType: "FAIL", error: `${event.error.message} (${event.error.code})` });
      case "step-cancelled":
        return this.#step(event, { eventType: "ABORT" });
      case "step-skipped":
        return;
    }
  }

  #product(event: { readonly runId: string; readonly at: string }, eventType: LineageEvent["eventType"]): void {
    const error = eventType === "FAIL" && this.#failed.length > 0 ? `Failed transforms: ${this.#failed.join(", ")}` : undefined;
    const moment = { eventType, eventTime: event.at, runId: event.runId, error };
    this.#send((context) => productEvent(context, moment));
  }

  #step(
    event: { readonly runId: string; readonly at: string; readonly step: string },
    said: Pick<StepMoment, "eventType" | "facts" | "rows" | "error">,
  ): void {
    const transform = this.#transforms.get(event.step);
    const runId = this.#stepRunIds.get(event.step);
    if (transform === undefined || runId === undefined) return;
    const moment = { eventTime: event.at, runId, parentRunId: event.runId, transform, ...said };
    this.#send((context) => stepEvent(context, moment));
  }

  #send(build: (context: Context) => LineageEvent): void {
    for (const context of this.#contexts) {
      context.target.emitter.emit(redactEvent(build(context), this.#redact));
    }
  }
}
