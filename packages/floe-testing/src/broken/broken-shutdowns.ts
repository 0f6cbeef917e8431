import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { PluginContext } from "floe-core";
import { brokenEntry } from "./broken-entry.ts";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { afterAbort, forever, regardless, DEAF_MS } from "./late-hook.ts";
import { SoundCompute } from "./sound-compute.ts";

const FAILED = { step: "stop", code: "FLOE_PLUGIN_SHUTDOWN" } as const;
const OVERRAN = { step: "stop", code: "FLOE_PLUGIN_TIMEOUT" } as const;

/** What the leaking plugins left, each to be taken away by its entry's `cleanUp`. */
const timers = new Set<NodeJS.Timeout>();
const ports = new Set<MessagePort>();

/** Plugins that do not stop as they should, or leave something behind. */
export const BROKEN_SHUTDOWNS: readonly BrokenPlugin[] = Object.freeze([
  brokenEntry({
    id: "shutdown-throws",
    title: "whose shutdown throws at once",
    violates: "shutdown/does-not-throw",
    expected: FAILED,
    class: class extends SoundCompute {
      override shutdown(): void {
        throw new Error("broken shutdown");
      }
    },
  }),
  brokenEntry({
    id: "shutdown-rejects",
    title: "whose shutdown fails after a while",
    violates: "shutdown/does-not-throw",
    expected: FAILED,
    class: class extends SoundCompute {
      override async shutdown(): Promise<void> {
        await Promise.resolve();
        throw new Error("broken shutdown");
      }
    },
  }),
  brokenEntry({
    id: "shutdown-hangs",
    title: "whose shutdown never ends",
    violates: "shutdown/ends",
    expected: OVERRAN,
    class: class extends SoundCompute {
      override shutdown(): Promise<void> {
        return forever();
      }
    },
  }),
  brokenEntry({
    id: "shutdown-ignores-its-signal",
    title: "whose shutdown goes on for a second and a half whatever its signal says",
    violates: "shutdown/honours-its-signal",
    expected: OVERRAN,
    class: class extends SoundCompute {
      override shutdown(): Promise<void> {
        return regardless(DEAF_MS);
      }
    },
  }),
  brokenEntry({
    id: "shutdown-succeeds-late",
    title: "whose shutdown succeeds after its limit",
    violates: "shutdown/ends",
    expected: OVERRAN,
    class: class extends SoundCompute {
      override shutdown({ signal }: PluginContext): Promise<void> {
        return afterAbort(signal);
      }
    },
  }),
  brokenEntry({
    id: "shutdown-fails-late",
    title: "whose shutdown fails after its limit",
    violates: "shutdown/ends",
    expected: OVERRAN,
    class: class extends SoundCompute {
      override async shutdown({ signal }: PluginContext): Promise<void> {
        await afterAbort(signal);
        throw new Error("broken shutdown");
      }
    },
  }),
  brokenEntry({
    id: "shuts-down-once",
    title: "whose shutdown throws when it is called a second time",
    violates: "shutdown/is-safe-twice",
    expected: { step: "none" },
    class: class extends SoundCompute {
      #wasShutDown = false;

      override shutdown(): void {
        if (this.#wasShutDown) throw new Error("it was shut down before");
        this.#wasShutDown = true;
      }
    },
  }),
  brokenEntry({
    id: "shutdown-needs-startup",
    title: "whose shutdown throws when it was never started",
    violates: "shutdown/is-safe-without-startup",
    expected: { step: "none" },
    class: class extends SoundCompute {
      #wasStarted = false;

      override startup(): void {
        this.#wasStarted = true;
      }

      override shutdown(): void {
        if (!this.#wasStarted) throw new Error("it was never started");
      }
    },
  }),
  brokenEntry({
    id: "shutdown-needs-a-whole-startup",
    title: "whose shutdown throws after a startup that was given up half-way",
    violates: "shutdown/is-safe-after-a-failed-start",
    expected: { step: "none" },
    class: class extends SoundCompute {
      #connection: { close?: () => void } | undefined;

      override async startup({ signal }: PluginContext): Promise<void> {
        this.#connection = {};
        await Promise.resolve();
        signal.throwIfAborted();
        this.#connection = { close: () => {} };
      }

      override shutdown(): void {
        if (this.#connection !== undefined && this.#connection.close === undefined) throw new Error("not connected");
        this.#connection = undefined;
      }
    },
  }),
  brokenEntry({
    id: "leaks-a-timer",
    title: "that leaves a timer running",
    violates: "shutdown/stops-timers",
    expected: { step: "none" },
    class: class extends SoundCompute {
      override startup(): void {
        timers.add(setInterval(() => {}, 60_000));
      }
    },
    cleanUp: () => {
      for (const timer of timers) clearInterval(timer);
      timers.clear();
    },
  }),
  brokenEntry({
    id: "keeps-the-event-loop-alive",
    title: "that leaves a message port open, so that the process does not end by itself",
    violates: "shutdown/closes-handles",
    expected: { step: "none" },
    class: class extends SoundCompute {
      override startup(): void {
        const { port1 } = new MessageChannel();
        port1.on("message", () => {});
        ports.add(port1);
      }
    },
    cleanUp: () => {
      for (const port of ports) port.close();
      ports.clear();
    },
  }),
]);
