import type { ConnectionResult, HealthStatus, PluginContext } from "floe-core";
import { brokenEntry } from "./broken-entry.ts";
import type { BrokenOutcome, BrokenPlugin } from "./broken-plugin.ts";
import { afterAbort, forever, regardless, DEAF_MS } from "./late-hook.ts";
import { having, SoundCompute } from "./sound-compute.ts";

/** Plugins that do not say how they are, or say something else. */
export const BROKEN_HEALTH_CHECKS: readonly BrokenPlugin[] = Object.freeze([
  brokenEntry({
    id: "health-throws",
    title: "whose health check throws at once",
    violates: "health/does-not-throw",
    expected: unhealthy("threw"),
    class: class extends SoundCompute {
      override healthCheck(): HealthStatus {
        throw new Error("broken health check");
      }
    },
  }),
  brokenEntry({
    id: "health-rejects",
    title: "whose health check fails after a while",
    violates: "health/does-not-throw",
    expected: unhealthy("threw"),
    class: class extends SoundCompute {
      override async healthCheck(): Promise<HealthStatus> {
        await Promise.resolve();
        throw new Error("broken health check");
      }
    },
  }),
  brokenEntry({
    id: "health-hangs",
    title: "whose health check never ends",
    violates: "health/ends",
    expected: unhealthy("timeout"),
    class: class extends SoundCompute {
      override healthCheck(): Promise<HealthStatus> {
        return forever();
      }
    },
  }),
  brokenEntry({
    id: "health-ignores-its-signal",
    title: "whose health check goes on for a second and a half whatever its signal says",
    violates: "health/honours-its-signal",
    expected: unhealthy("timeout"),
    class: class extends SoundCompute {
      override async healthCheck(): Promise<HealthStatus> {
        await regardless(DEAF_MS);
        return { state: "healthy" };
      }
    },
  }),
  brokenEntry({
    id: "health-answers-late",
    title: "whose health check answers after its limit",
    violates: "health/ends",
    expected: unhealthy("timeout"),
    class: class extends SoundCompute {
      override async healthCheck({ signal }: PluginContext): Promise<HealthStatus> {
        await afterAbort(signal);
        return { state: "healthy" };
      }
    },
  }),
  brokenEntry({
    id: "health-answers-nothing",
    title: "whose health check answers nothing",
    violates: "health/answers-a-status",
    expected: unhealthy("invalid_status"),
    class: having({ healthCheck: () => undefined }),
  }),
  brokenEntry({
    id: "health-answers-a-text",
    title: "whose health check answers with a text",
    violates: "health/answers-a-status",
    expected: unhealthy("invalid_status"),
    class: having({ healthCheck: () => "healthy" }),
  }),
  brokenEntry({
    id: "health-state-is-unknown",
    title: "whose health check answers with a state that there is not",
    violates: "health/answers-a-status",
    expected: unhealthy("invalid_status"),
    class: having({ healthCheck: () => ({ state: "fine" }) }),
  }),
  brokenEntry({
    id: "health-message-is-no-text",
    title: "whose health check answers with a message that is no text",
    violates: "health/answers-a-status",
    expected: unhealthy("invalid_status"),
    class: having({ healthCheck: () => ({ state: "healthy", message: 1 }) }),
  }),
  brokenEntry({
    id: "health-details-are-no-object",
    title: "whose health check answers with details that are a list",
    violates: "health/answers-a-status",
    expected: unhealthy("invalid_status"),
    class: having({ healthCheck: () => ({ state: "healthy", details: [] }) }),
  }),
  brokenEntry({
    id: "healthy-when-it-is-not",
    title: "whose health check is fine although it cannot reach its engine",
    violates: "health/is-honest",
    expected: { step: "none" },
    class: class extends SoundCompute {
      override async validateConnection(): Promise<ConnectionResult> {
        const message = "the engine does not answer";
        return { status: "unhealthy", latencyMs: 0, message, warnings: [], errors: [message] };
      }
    },
  }),
]);

function unhealthy(reason: string): BrokenOutcome {
  return { step: "check", state: "unhealthy", reason };
}
