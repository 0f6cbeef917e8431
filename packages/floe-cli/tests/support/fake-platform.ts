import type { Platform } from "floe-platform";
import { artifacts } from "./artifacts.ts";
import { health, plugins, shutdown, succeeded } from "./results.ts";

/** A platform that does what it is told, and what was asked of it in order. */
export function fakePlatform(overrides: Partial<Record<keyof Platform, unknown>> = {}): { platform: Platform; calls: string[] } {
  const calls: string[] = [];
  const noting = Object.entries({
    start: async () => shutdown,
    health: async () => health,
    step: async () => ({ step: succeeded.steps[0], columns: [{ name: "id", type: "BIGINT" }], columnLineage: null }),
    stop: async () => shutdown,
    ...overrides,
  }).map(([name, method]) => [
    name,
    typeof method !== "function"
      ? method
      : (...args: unknown[]): unknown => {
          calls.push(name);
          return Reflect.apply(method, undefined, args);
        },
  ]);
  const platform: Platform = { name: "flights", file: undefined, plugins, redact: (text) => text, compile: () => artifacts, ...Object.fromEntries(noting) };
  return { platform, calls };
}
