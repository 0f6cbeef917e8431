import type { CallOptions, ComputePlugin, MaterializeRequest, MaterializeResult } from "floe-core";
import { FakeCompute } from "../../../fakes/fake-compute.ts";
import { FakeSession } from "../../../fakes/fake-session.ts";

/** What a transform does instead of succeeding: it fails, or goes on until it is interrupted. */
export type StepManner = "fails" | "waits";

/** A compute plugin that writes down which transforms it is asked for, and when. */
export class StepRecorder {
  /** `start <transform>` and `end <transform>`, as they came. */
  readonly steps: string[] = [];
  readonly sessions: FakeSession[] = [];
  readonly compute: ComputePlugin;
  readonly #manners: Readonly<Record<string, StepManner>>;
  readonly #onWait: () => void;

  /** @param onWait is called when a transform begins to wait. */
  constructor(manners: Readonly<Record<string, StepManner>> = {}, onWait: () => void = () => {}) {
    this.#manners = manners;
    this.#onWait = onWait;
    this.compute = new FakeCompute({ openSession: async () => this.#open() });
  }

  /** Whether the transform was begun. */
  hasStarted(name: string): boolean {
    return this.steps.includes(`start ${name}`);
  }

  #open(): FakeSession {
    const session = new FakeSession(() => []);
    this.sessions.push(session);
    return Object.assign(session, {
      materialize: (request: MaterializeRequest, options?: CallOptions) => this.#make(request.name, options?.signal),
    });
  }

  async #make(name: string, signal: AbortSignal | undefined): Promise<MaterializeResult> {
    signal?.throwIfAborted();
    this.steps.push(`start ${name}`);
    // A turn later, so that what is not to wait for this transform can begin before its end.
    await new Promise<void>((resolve) => nextTurn(resolve));
    const manner = this.#manners[name];
    if (manner === "fails") throw new Error("Cannot run the statement: it fails, as the contract suite wants it to");
    if (manner === "waits") await this.#wait(signal);
    this.steps.push(`end ${name}`);
    return { rows: 3, columns: [{ name: "name", type: "VARCHAR" }] };
  }

  #wait(signal: AbortSignal | undefined): Promise<never> {
    return new Promise((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
      this.#onWait();
    });
  }
}

/** Taken now: a test may put fake timers in their place. */
const nextTurn = setImmediate;
