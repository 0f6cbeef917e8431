import type { Logger } from "floe-core";

/**
 * Says what was lost: at once when losing begins, so that it is seen while the job runs, and in numbers at the end.
 * In between it only counts: a server that is down for an hour is one fact, not thousands.
 */
export class LossReport {
  readonly #target: string;
  readonly #logger: Logger;
  #isFailing = false;
  #failed = 0;
  #skipped = 0;
  #dropped = 0;
  #late = 0;
  #isOver = false;

  constructor(target: string, logger: Logger) {
    this.#target = target;
    this.#logger = logger;
  }

  /** An event arrived: the next failure is news again. */
  delivered(): void {
    this.#isFailing = false;
  }

  /** An event could not be sent. */
  failed(reason: string): void {
    this.#failed += 1;
    if (!this.#isFailing) this.#warn(`Cannot send lineage to ${this.#target}: ${reason}. The job goes on.`);
    this.#isFailing = true;
  }

  /** An event was not tried, because others could not be sent shortly before. */
  skipped(): void {
    this.#skipped += 1;
  }

  /** An event gave way to a newer one. */
  dropped(): void {
    this.#dropped += 1;
    if (this.#dropped === 1) {
      this.#warn(`Lineage for ${this.#target} comes faster than it can be sent: the oldest events are dropped.`);
    }
  }

  /** An event was given up at the time limit of a flush. */
  late(): void {
    this.#late += 1;
  }

  /** An event came after the end. */
  afterEnd(): void {
    if (!this.#isOver) this.#warn(`Lineage for ${this.#target} came after its end: it is not sent.`);
    this.#isOver = true;
  }

  /** Says how many events were lost since the last report; nothing if there were none. */
  report(): void {
    const counts = [
      [this.#failed, "could not be sent"],
      [this.#skipped, "not tried after that"],
      [this.#dropped, "dropped from a full queue"],
      [this.#late, "given up at the time limit"],
    ] as const;
    const losses = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    if (losses.length > 0) this.#warn(`Lineage at ${this.#target} is incomplete. Events: ${losses.join(", ")}.`);
    this.#failed = 0;
    this.#skipped = 0;
    this.#dropped = 0;
    this.#late = 0;
  }

  #warn(message: string): void {
    try {
      this.#logger.warn(message);
    } catch {
      // A logger that throws must not stop the job, and there is nobody left to tell.
    }
  }
}
