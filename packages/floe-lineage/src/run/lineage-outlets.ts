import {
  reasonOf,
  type CallOptions,
  type LineageBackendPlugin,
  type LineageEvent,
  type Logger,
  type NamespaceStrategy,
} from "floe-core";
import { LineageEmitter } from "../emitter/lineage-emitter.ts";
import { redactEvent } from "../events/redact-event.ts";
import type { LineageSinkConfig } from "../transport/lineage-sink-config.ts";
import { transportFrom } from "../transport/transport-from.ts";
import type { LineageTarget } from "./run-lineage.ts";

/** One place that lineage goes to. */
interface Outlet {
  readonly emitter: LineageEmitter;
  readonly naming: NamespaceStrategy;
}

/**
 * Where the lineage of this process goes: the sink of the orchestrator's own configuration, and the lineage
 * backends of the runs so far. Each has one emitter from its first use until `close`, so that its events stay in
 * order across runs. A place that cannot be used is a warning, once, and nothing more.
 */
export class LineageOutlets {
  readonly #sink: LineageSinkConfig | undefined;
  readonly #baseDir: string;
  readonly #logger: Logger;
  readonly #outlets = new Map<LineageBackendPlugin | LineageSinkConfig, Outlet | undefined>();
  /** That of the latest run: what the platform knows to be secret is secret after the run, too. */
  #runMask: (text: string) => string = (text) => text;

  /** @param options A relative path of the sink starts from `baseDir`. */
  constructor(options: {
    readonly sink?: LineageSinkConfig | undefined;
    readonly baseDir: string;
    readonly logger: Logger;
  }) {
    this.#sink = options.sink;
    this.#baseDir = options.baseDir;
    this.#logger = options.logger;
  }

  /** Those of a run: the sink, and the backends that the platform selected. */
  open(backends: readonly LineageBackendPlugin[], mask: (text: string) => string): readonly LineageTarget[] {
    this.#runMask = mask;
    return this.#find(backends, mask);
  }

  /**
   * Sends an event of the caller's own to every place known so far, masked, and waits for it as long as `flush`
   * does. Never rejects.
   */
  async emit(event: LineageEvent, mask: (text: string) => string): Promise<void> {
    this.#find([], mask);
    const emitters = this.#emitters();
    if (emitters.length === 0) this.#logger.debug("A lineage event has nowhere to go: no sink is configured.");
    try {
      const masked = redactEvent(event, (text) => this.#runMask(mask(text)));
      for (const emitter of emitters) emitter.emit(masked);
    } catch (error) {
      // An event that contains itself, for one: it would be no JSON either.
      this.#logger.warn("A lineage event cannot be sent.", { reason: mask(reasonOf(error)) });
    }
    await this.flush();
  }

  /**
   * Waits until what was emitted so far is sent, for 5 s at the most, and for 1 s more once `signal` is aborted; what
   * is left then is lost, with a warning.
   */
  async flush({ signal }: CallOptions = {}): Promise<void> {
    await Promise.all(this.#emitters().map((emitter) => emitter.flush({ signal })));
  }

  /** Flushes, and takes nothing more. Safe twice. */
  async close(): Promise<void> {
    await Promise.all(this.#emitters().map((emitter) => emitter.close()));
  }

  #find(backends: readonly LineageBackendPlugin[], mask: (text: string) => string): readonly Outlet[] {
    const sink = this.#sink;
    const places = [
      ...(sink === undefined ? [] : [{ key: sink, open: () => this.#openSink(sink) }]),
      ...backends.map((backend) => ({ key: backend, open: () => this.#openBackend(backend) })),
    ];
    return places.flatMap(({ key, open }) => {
      if (!this.#outlets.has(key)) this.#outlets.set(key, this.#tryOpen(open, mask));
      return this.#outlets.get(key) ?? [];
    });
  }

  #emitters(): readonly LineageEmitter[] {
    return [...this.#outlets.values()].flatMap((outlet) => outlet?.emitter ?? []);
  }

  #tryOpen(open: () => Outlet, mask: (text: string) => string): Outlet | undefined {
    try {
      return open();
    } catch (error) {
      this.#logger.warn("Lineage goes without one of its places.", { reason: mask(reasonOf(error)) });
      return undefined;
    }
  }

  #openSink(sink: LineageSinkConfig): Outlet {
    const { namespace = "{product}" } = sink;
    return this.#outlet(sink, this.#baseDir, { strategy: "fixed", template: namespace, defaultNamespace: namespace });
  }

  #openBackend(backend: LineageBackendPlugin): Outlet {
    return this.#outlet(backend.getTransportConfig(), backend.baseDir, backend.getNamespaceStrategy());
  }

  #outlet(config: Parameters<typeof transportFrom>[0], baseDir: string, naming: NamespaceStrategy): Outlet {
    const transport = transportFrom(config, { write: (line) => this.#logger.info(line), baseDir });
    return { emitter: new LineageEmitter({ transport, logger: this.#logger }), naming };
  }
}
