import { silentLogger, type LineageEvent } from "floe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LineageEmitter } from "../../../src/emitter/lineage-emitter.ts";
import { LineageSendError } from "../../../src/errors/lineage-send-error.ts";
import { httpTransport } from "../../../src/transport/http-transport.ts";
import { startLineageServer } from "../../support/lineage-server.ts";
import { event } from "../../support/product.ts";
import { recordingLogger } from "../../support/recording-logger.ts";

/** A transport whose requests a test ends one by one, in the order they came. */
class HeldTransport {
  readonly target = "held";
  readonly sent: string[] = [];
  readonly signals: AbortSignal[] = [];
  #end: { resolve: () => void; reject: (error: unknown) => void } | undefined;

  send(said: LineageEvent, { signal }: { signal?: AbortSignal | undefined } = {}): Promise<void> {
    this.sent.push(said.job.name);
    if (signal !== undefined) this.signals.push(signal);
    return new Promise((resolve, reject) => (this.#end = { resolve, reject }));
  }

  async finish(): Promise<void> {
    this.#end?.resolve();
    await vi.advanceTimersByTimeAsync(0);
  }

  async fail(error: unknown): Promise<void> {
    this.#end?.reject(error);
    await vi.advanceTimersByTimeAsync(0);
  }
}

const down = new LineageSendError({ target: "held", reason: "the server answered 503", isPassing: true });

function emitterOf(capacity?: number) {
  const transport = new HeldTransport();
  const logger = recordingLogger();
  return { transport, logger, emitter: new LineageEmitter({ transport, logger, capacity }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("LineageEmitter", () => {
  test("sends in order, one at a time", async () => {
    const { transport, emitter } = emitterOf();
    for (const name of ["a", "b", "c"]) emitter.emit(event(name));
    expect(transport.sent).toEqual(["a"]);
    await transport.finish();
    expect(transport.sent).toEqual(["a", "b"]);
    await transport.finish();
    await transport.finish();
    expect(transport.sent).toEqual(["a", "b", "c"]);
    emitter.emit(event("d"));
    expect(transport.sent.at(-1)).toBe("d");
  });

  test("flush resolves once everything emitted before was sent, and leaves no timer behind", async () => {
    const { transport, logger, emitter } = emitterOf();
    emitter.emit(event("a"));
    const flushed = vi.fn();
    const flushing = emitter.flush().then(flushed);
    emitter.emit(event("b"));
    await vi.advanceTimersByTimeAsync(0);
    expect(flushed).not.toHaveBeenCalled();
    await transport.finish();
    await flushing;
    expect(transport.sent).toEqual(["a", "b"]);
    expect(vi.getTimerCount()).toBe(0);
    expect(logger.lines).toEqual([]);
  });

  test("flush gives up at its limit what was emitted before it, and nothing else", async () => {
    const { transport, logger, emitter } = emitterOf();
    emitter.emit(event("a"));
    emitter.emit(event("b"));
    const flushing = emitter.flush({ timeoutMs: 100 });
    emitter.emit(event("c"));
    await vi.advanceTimersByTimeAsync(100);
    await flushing;
    expect(transport.signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(transport.sent).toEqual(["a", "c"]);
    expect(logger.lines).toEqual(["warn: Lineage at held is incomplete. Events: 2 given up at the time limit."]);
  });

  test("flush waits five seconds unless told otherwise", async () => {
    const { emitter } = emitterOf();
    emitter.emit(event("a"));
    const flushed = vi.fn();
    void emitter.flush().then(flushed);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(flushed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(flushed).toHaveBeenCalled();
  });

  test("flush waits a second once its signal is aborted", async () => {
    const { logger, emitter } = emitterOf();
    emitter.emit(event("a"));
    const flushing = emitter.flush({ signal: AbortSignal.abort() });
    await vi.advanceTimersByTimeAsync(999);
    expect(logger.lines).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await flushing;
    expect(logger.lines).toEqual(["warn: Lineage at held is incomplete. Events: 1 given up at the time limit."]);
  });

  test("rests after a failure that may pass: what waits and what comes is lost, and a flush waits for nothing", async () => {
    const { transport, logger, emitter } = emitterOf();
    for (const name of ["a", "b", "c"]) emitter.emit(event(name));
    const flushing = emitter.flush();
    await transport.fail(down);
    await flushing;
    expect(transport.sent).toEqual(["a"]);
    expect(vi.getTimerCount()).toBe(0);
    expect(logger.lines).toEqual([
      "warn: Cannot send lineage to held: the server answered 503. The job goes on.",
      "warn: Lineage at held is incomplete. Events: 1 could not be sent, 2 not tried after that.",
    ]);
  });

  test("rests for thirty seconds, then tries again", async () => {
    const { transport, logger, emitter } = emitterOf();
    emitter.emit(event("a"));
    await transport.fail(down);
    await vi.advanceTimersByTimeAsync(29_999);
    emitter.emit(event("b"));
    expect(transport.sent).toEqual(["a"]);
    await vi.advanceTimersByTimeAsync(1);
    emitter.emit(event("c"));
    expect(transport.sent).toEqual(["a", "c"]);
    await transport.fail(down);
    await emitter.flush();
    expect(logger.lines).toEqual([
      "warn: Cannot send lineage to held: the server answered 503. The job goes on.",
      "warn: Lineage at held is incomplete. Events: 2 could not be sent, 1 not tried after that.",
    ]);
  });

  test("tries again after a flush, which ends a run", async () => {
    const { transport, emitter } = emitterOf();
    emitter.emit(event("a"));
    await transport.fail(down);
    await emitter.flush();
    emitter.emit(event("b"));
    emitter.emit(event("c"));
    await transport.finish();
    expect(transport.sent).toEqual(["a", "b", "c"]);
  });

  test("does not rest because of an event that a flush gave up before", async () => {
    const { transport, emitter } = emitterOf();
    emitter.emit(event("a"));
    const flushing = emitter.flush({ timeoutMs: 1 });
    await vi.advanceTimersByTimeAsync(1);
    await flushing;
    await transport.fail(down);
    emitter.emit(event("b"));
    expect(transport.sent).toEqual(["a", "b"]);
  });

  test("spends the retries of one event on a port that refuses, whatever waits behind it", async () => {
    vi.useRealTimers();
    // No wait between attempts.
    vi.spyOn(Math, "random").mockReturnValue(2);
    const server = await startLineageServer(201);
    await server[Symbol.asyncDispose]();
    const requests = vi.spyOn(globalThis, "fetch");
    const logger = recordingLogger();
    const emitter = new LineageEmitter({ transport: httpTransport({ url: server.url }), logger });
    for (const name of ["a", "b", "c"]) emitter.emit(event(name));
    await emitter.close();
    expect(requests).toHaveBeenCalledTimes(4);
    expect(logger.lines).toEqual([
      `warn: Cannot send lineage to ${server.url}/api/v1/lineage: no connection (ECONNREFUSED). The job goes on.`,
      `warn: Lineage at ${server.url}/api/v1/lineage is incomplete. Events: 1 could not be sent, 2 not tried after that.`,
    ]);
  });

  test("flush does not count again what it gave up when its request fails later", async () => {
    const { transport, logger, emitter } = emitterOf();
    emitter.emit(event("a"));
    const flushing = emitter.flush({ timeoutMs: 1 });
    await vi.advanceTimersByTimeAsync(1);
    await flushing;
    await transport.fail(new Error("aborted"));
    await emitter.flush();
    expect(logger.lines).toHaveLength(1);
  });

  test("drops the oldest event of a full queue, and says so at once and at the end", async () => {
    const { transport, logger, emitter } = emitterOf(2);
    for (const name of ["a", "b", "c", "d", "e"]) emitter.emit(event(name));
    expect(logger.lines).toEqual([
      "warn: Lineage for held comes faster than it can be sent: the oldest events are dropped.",
    ]);
    const flushing = emitter.flush();
    for (let sent = 0; sent < 3; sent += 1) await transport.finish();
    await flushing;
    expect(transport.sent).toEqual(["a", "d", "e"]);
    expect(logger.lines.at(-1)).toBe("warn: Lineage at held is incomplete. Events: 2 dropped from a full queue.");
  });

  test("holds a thousand events unless told otherwise", async () => {
    const { logger, emitter } = emitterOf();
    for (let index = 0; index < 1_001; index += 1) emitter.emit(event("a"));
    expect(logger.lines).toEqual([]);
    emitter.emit(event("a"));
    expect(logger.lines).toHaveLength(1);
  });

  test("goes on after an event that could not be sent, and repeats nothing of an unknown error", async () => {
    const { transport, logger, emitter } = emitterOf();
    for (const name of ["a", "b", "c"]) emitter.emit(event(name));
    await transport.fail(new Error("token hunter2 refused"));
    await transport.finish();
    await transport.fail(new LineageSendError({ target: "held", reason: "the server answered 422", isPassing: false }));
    await emitter.flush();
    expect(logger.lines).toEqual([
      "warn: Cannot send lineage to held: the transport failed. The job goes on.",
      "warn: Cannot send lineage to held: the server answered 422. The job goes on.",
      "warn: Lineage at held is incomplete. Events: 2 could not be sent.",
    ]);
  });

  test("emit never throws, whatever the transport and the logger do", async () => {
    const broken = (): never => {
      throw new Error("broken");
    };
    const emitter = new LineageEmitter({
      transport: { target: "broken", send: broken },
      logger: { ...silentLogger, warn: broken },
    });
    expect(() => emitter.emit(event("a"))).not.toThrow();
    await expect(emitter.close()).resolves.toBeUndefined();
  });

  test("close sends what is there and takes nothing more; it is safe twice", async () => {
    const { transport, logger, emitter } = emitterOf();
    emitter.emit(event("a"));
    const closing = emitter.close();
    emitter.emit(event("b"));
    await transport.finish();
    await closing;
    await emitter.close();
    expect(transport.sent).toEqual(["a"]);
    expect(logger.lines).toEqual(["warn: Lineage for held came after its end: it is not sent."]);
  });
});
