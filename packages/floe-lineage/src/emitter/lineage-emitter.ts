import type { LineageEvent, Logger } from "floe-core";
import { LineageSendError } from "../errors/lineage-send-error.ts";
import type { LineageTransport } from "../transport/lineage-transport.ts";
import { LossReport } from "./loss-report.ts";
import { PendingEvent } from "./pending-event.ts";
import { settledWithin } from "./settled-within.ts";

const CAPACITY = 1_000;
const FLUSH_LIMIT_MS = 5_000;
/** Short enough for a server that restarts during a run, long enough that a dead one costs next to nothing. */
const REST_MS = 30_000;

/** How an emitter works. */
export interface LineageEmitterOptions {
  readonly transport: LineageTransport;
  /** Told of every loss, at level `warn`. */
  readonly logger: Logger;
  /** How many events wait at most, besides the one that is being sent. Default: 1,000. */
  readonly capacity?: number | undefined;
}

/** How long a flush waits. */
export interface FlushOptions {
  /** In milliseconds. Default: 5,000. */
  readonly timeoutMs?: number | undefined;
  /** Aborted when the caller wants to be done: from then on a second at most is waited. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends events in the background, in order, one at a time. Lineage must never harm a job, so nothing here throws,
 * rejects or blocks: what cannot be sent is lost, counted, and said in the log, without secrets.
 *
 * Where the transport has given up on an event for a passing reason, such as a server that is down, it rests: what
 * waits and what comes is lost at once, until 30 s have passed or a flush has ended. So a server that is down delays
 * a job by the retries of one event at most.
 *
 * @example
 * ```ts
 * import { silentLogger } from "floe-core";
 * import { LineageEmitter, runEvent, transportFrom } from "floe-lineage";
 *
 * const lines: string[] = [];
 * const write = (line: string) => lines.push(line);
 * const transport = transportFrom({ type: "console" }, { write, baseDir: "." });
 * const emitter = new LineageEmitter({ transport, logger: silentLogger });
 * const run = { runId: "3f5e83fa-3480-44ff-99c5-ff943904e5e8", job: { namespace: "prod", name: "flights" } };
 * const producer = "https://example.com/my-orchestrator";
 * emitter.emit(runEvent({ eventType: "START", eventTime: "2026-01-01T06:00:00Z", ...run, producer }));
 * emitter.emit(runEvent({ eventType: "COMPLETE", eventTime: "2026-01-01T06:00:07Z", ...run, producer }));
 * await emitter.close();
 * console.log(lines.length); // 2
 * ```
 */
export class LineageEmitter {
  readonly #transport: LineageTransport;
  readonly #capacity: number;
  readonly #losses: LossReport;
  #queue: PendingEvent[] = [];
  #sending: PendingEvent | undefined;
  /** On the clock of `performance.now()`, which is never set back. */
  #restsUntil = 0;
  #isClosed = false;

  constructor({ transport, logger, capacity = CAPACITY }: LineageEmitterOptions) {
    this.#transport = transport;
    this.#capacity = capacity;
    this.#losses = new LossReport(transport.target, logger);
  }

  /**
   * Queues an event. Returns at once and never throws. With a full queue the oldest event in it is dropped; after
   * `close` the event itself is.
   */
  emit(event: LineageEvent): void {
    if (this.#isClosed) return this.#losses.afterEnd();
    if (performance.now() < this.#restsUntil) return this.#losses.skipped();
    if (this.#queue.length >= this.#capacity) {
      this.#queue.shift()?.settle();
      this.#losses.dropped();
    }
    this.#queue.push(new PendingEvent(event));
    if (this.#sending === undefined) void this.#sendAll();
  }

  /**
   * Resolves once every event emitted so far was sent or lost, after `timeoutMs` at the latest: those still left are
   * given up then, so that they keep neither the caller nor the process. The next event is tried in any case. Never
   * rejects.
   */
  async flush({ timeoutMs = FLUSH_LIMIT_MS, signal }: FlushOptions = {}): Promise<void> {
    const pending = [...(this.#sending === undefined ? [] : [this.#sending]), ...this.#queue];
    const settled = Promise.all(pending.map((one) => one.settled));
    if (!(await settledWithin(settled, timeoutMs, signal))) {
      const left = pending.filter((one) => !one.isSettled);
      this.#queue = this.#queue.filter((one) => !left.includes(one));
      for (const one of left) {
        one.giveUp();
        this.#losses.late();
      }
    }
    this.#losses.report();
    this.#restsUntil = 0;
  }

  /** Takes no more events, and flushes. Safe twice. Never rejects. */
  async close(options: FlushOptions = {}): Promise<void> {
    this.#isClosed = true;
    await this.flush(options);
  }

  async #sendAll(): Promise<void> {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      this.#sending = next;
      await this.#send(next);
    }
    this.#sending = undefined;
  }

  /** A transport that does not heed its signal must not hold up what comes after a given-up event. */
  async #send(pending: PendingEvent): Promise<void> {
    const sending = this.#deliver(pending);
    await Promise.race([sending, pending.settled]);
    pending.settle();
  }

  async #deliver({ event, signal }: PendingEvent): Promise<void> {
    try {
      await this.#transport.send(event, { signal });
      this.#losses.delivered();
    } catch (error) {
      if (signal.aborted) return;
      // Of an unknown error nothing is repeated: it may hold a secret.
      this.#losses.failed(error instanceof LineageSendError ? error.reason : "the transport failed");
      if (error instanceof LineageSendError && error.isPassing) this.#rest();
    }
  }

  /** The transport has tried often enough: what waits would most likely only keep the job waiting, one by one. */
  #rest(): void {
    this.#restsUntil = performance.now() + REST_MS;
    for (const pending of this.#queue.splice(0)) {
      pending.settle();
      this.#losses.skipped();
    }
  }
}
