import type { StartupContext } from "floe-core";
import { brokenEntry } from "./broken-entry.ts";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { afterAbort, forever, regardless, DEAF_MS } from "./late-hook.ts";
import { SoundCompute } from "./sound-compute.ts";

/** What the plugins that change their host's process leave in it. */
const LEFT = "FLOE_TESTING_LEFT";

const FAILED = { step: "start", code: "FLOE_PLUGIN_STARTUP" } as const;
const OVERRAN = { step: "start", code: "FLOE_PLUGIN_TIMEOUT" } as const;

/** Plugins that do not start as they should. */
export const BROKEN_STARTUPS: readonly BrokenPlugin[] = Object.freeze([
  brokenEntry({
    id: "startup-throws",
    title: "whose startup throws at once",
    violates: "startup/does-not-throw",
    expected: FAILED,
    class: class extends SoundCompute {
      override startup(): void {
        throw new Error("broken startup");
      }
    },
  }),
  brokenEntry({
    id: "startup-rejects",
    title: "whose startup fails after a while",
    violates: "startup/does-not-throw",
    expected: FAILED,
    class: class extends SoundCompute {
      override async startup(): Promise<void> {
        await Promise.resolve();
        throw new Error("broken startup");
      }
    },
  }),
  brokenEntry({
    id: "startup-throws-undefined",
    title: "whose startup throws undefined",
    violates: "startup/does-not-throw",
    expected: FAILED,
    class: class extends SoundCompute {
      override startup(): void {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- plugins written in JavaScript throw anything
        throw undefined;
      }
    },
  }),
  brokenEntry({
    id: "startup-throws-a-timeout-of-its-own",
    title: "whose startup throws a TimeoutError of its own",
    violates: "startup/does-not-throw",
    expected: FAILED,
    class: class extends SoundCompute {
      override startup(): void {
        throw new DOMException("the database did not answer", "TimeoutError");
      }
    },
  }),
  brokenEntry({
    id: "startup-hangs",
    title: "whose startup never ends",
    violates: "startup/ends",
    expected: OVERRAN,
    class: class extends SoundCompute {
      override startup(): Promise<void> {
        return forever();
      }
    },
  }),
  brokenEntry({
    id: "startup-ignores-its-signal",
    title: "whose startup goes on for a second and a half whatever its signal says",
    violates: "startup/honours-its-signal",
    expected: OVERRAN,
    class: class extends SoundCompute {
      override startup(): Promise<void> {
        return regardless(DEAF_MS);
      }
    },
  }),
  brokenEntry({
    id: "startup-succeeds-late",
    title: "whose startup succeeds after its limit",
    violates: "startup/ends",
    expected: OVERRAN,
    class: class extends SoundCompute {
      override startup({ signal }: StartupContext): Promise<void> {
        return afterAbort(signal);
      }
    },
  }),
  brokenEntry({
    id: "startup-fails-late",
    title: "whose startup fails after its limit",
    violates: "startup/ends",
    expected: OVERRAN,
    class: class extends SoundCompute {
      override async startup({ signal }: StartupContext): Promise<void> {
        await afterAbort(signal);
        throw new Error("broken startup");
      }
    },
  }),
  brokenEntry({
    id: "starts-once",
    title: "that cannot be started again after it was shut down",
    violates: "startup/can-be-repeated",
    expected: { step: "none" },
    class: class extends SoundCompute {
      #wasStarted = false;

      override startup(): void {
        if (this.#wasStarted) throw new Error("it was started before");
        this.#wasStarted = true;
      }
    },
  }),
  brokenEntry({
    id: "startup-sets-a-variable",
    title: "whose startup sets a variable of the environment",
    violates: "hooks/leave-globals-alone",
    expected: { step: "none" },
    class: class extends SoundCompute {
      override startup(): void {
        process.env[LEFT] = "set";
      }
    },
    cleanUp: () => {
      Reflect.deleteProperty(process.env, LEFT);
    },
  }),
  brokenEntry({
    id: "startup-changes-a-prototype",
    title: "whose startup adds a member to a prototype that it does not own",
    violates: "hooks/leave-prototypes-alone",
    expected: { step: "none" },
    class: class extends SoundCompute {
      override startup(): void {
        Object.defineProperty(Array.prototype, LEFT, { value: true, configurable: true });
      }
    },
    cleanUp: () => {
      Reflect.deleteProperty(Array.prototype, LEFT);
    },
  }),
  brokenEntry({
    id: "startup-prints",
    title: "whose startup prints",
    violates: "hooks/print-nothing",
    expected: { step: "none" },
    class: class extends SoundCompute {
      override startup(): void {
        process.stdout.write("printed in a hook\n");
      }
    },
  }),
]);
