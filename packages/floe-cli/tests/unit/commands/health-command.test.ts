import path from "node:path";
import type { HealthReport } from "floe-core";
import { loadPlatform } from "floe-platform";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { healthCommand } from "../../../src/commands/health-command.ts";
import { contextOf } from "../../support/context.ts";
import { fakePlatform } from "../../support/fake-platform.ts";
import { health, startFailed, unhealthy } from "../../support/results.ts";

vi.mock("floe-platform", { spy: true });

const once = { file: "floe.yaml", everyMs: undefined };

function use(overrides?: Parameters<typeof fakePlatform>[0]): string[] {
  const { platform, calls } = fakePlatform(overrides);
  vi.mocked(loadPlatform).mockResolvedValue(platform);
  return calls;
}

beforeEach(() => {
  vi.mocked(loadPlatform).mockReset();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("healthCommand", () => {
  test("healthCommand starts what it can, asks, reports and stops", async () => {
    const start = vi.fn(async () => startFailed);
    const calls = use({ start, health: async () => unhealthy });
    const context = contextOf();
    expect(await healthCommand(once, context)).toBe(1);
    expect(calls).toEqual(["start", "health", "stop"]);
    expect(start).toHaveBeenCalledWith({ policy: "optional", signal: context.signal });
    expect(context.host.out()).toMatch(/^HEALTH [\s\S]*the disk is full\n.* because of floe\.computes:duckdb\n\nunhealthy: 2 plugins\n$/);
    expect(context.host.err()).toContain("error: Cannot start floe.computes:duckdb: the file is locked\n  End the other process.\n");
  });

  test.each(["healthy", "degraded"] as const)("healthCommand ends with 0 where all is %s", async (overall) => {
    use({ health: async () => ({ ...health, overall }) });
    const context = contextOf({ quiet: true });
    expect(await healthCommand(once, context)).toBe(0);
    expect(context.host.err()).toBe("");
  });

  test("healthCommand prints one document with --json", async () => {
    use();
    const context = contextOf({ json: true, cwd: path.resolve("app") });
    await healthCommand(once, context);
    expect(JSON.parse(context.host.out())).toMatchObject({
      command: "health",
      ok: true,
      product: { name: "flights", file: path.resolve("app", "floe.yaml") },
      startup: { ok: true },
      health: { overall: "healthy" },
    });
  });

  test.each(["start", "health"] as const)("healthCommand stops the plugins when %s rejects, and passes that on", async (step) => {
    const calls = use({ [step]: () => Promise.reject(new Error("boom")) });
    await expect(healthCommand(once, contextOf())).rejects.toThrow("boom");
    expect(calls.at(-1)).toBe("stop");
  });

  test.each(["start", "health"] as const)("healthCommand reports nothing that was given up halfway, in %s", async (step) => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const calls = use({
      [step]: async () => {
        controller.abort(reason);
        return step === "start" ? startFailed : unhealthy;
      },
    });
    const context = contextOf({}, controller.signal);
    await expect(healthCommand(once, context)).rejects.toBe(reason);
    expect(context.host.out()).toBe("");
    expect(context.host.err()).not.toContain("error");
    expect(calls.at(-1)).toBe("stop");
  });

  test.each(["start", "health"] as const)("healthCommand stops the plugins although %s takes no notice of the signal", async (step) => {
    vi.useRealTimers();
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const calls = use({ [step]: () => (controller.abort(reason), new Promise(() => {})) });
    await expect(healthCommand(once, contextOf({}, controller.signal))).rejects.toBe(reason);
    expect(calls.at(-1)).toBe("stop");
  });

  describe("with everyMs", () => {
    /** Watches through these reports, then interrupts during the next check. */
    async function watch(reports: readonly HealthReport[], options: Parameters<typeof contextOf>[0] = {}) {
      const controller = new AbortController();
      const left = [...reports];
      const calls = use({
        health: async () => {
          const report = left.shift();
          if (report === undefined) controller.abort();
          return report ?? unhealthy;
        },
      });
      const context = contextOf(options, controller.signal);
      const done = healthCommand({ file: "floe.yaml", everyMs: 5000 }, context);
      return { calls, context, controller, done };
    }

    test("healthCommand asks again after each pause until the signal is aborted, then stops the plugins", async () => {
      const { calls, done, context } = await watch([health, unhealthy]);
      await vi.advanceTimersByTimeAsync(0);
      expect(calls).toEqual(["start", "health"]);
      await vi.advanceTimersByTimeAsync(4999);
      expect(calls).toEqual(["start", "health"]);
      await vi.advanceTimersByTimeAsync(1);
      expect(calls).toEqual(["start", "health", "health"]);
      await vi.advanceTimersByTimeAsync(5000);
      expect(await done).toBe(1);
      expect(calls).toEqual(["start", "health", "health", "health", "stop"]);
      expect(context.host.out().trimEnd().split("\n").map((line) => line.replace(/^\S+ /, ""))).toEqual([
        "flights healthy: 2 plugins",
        "floe.computes:duckdb unhealthy: the disk is full",
        "floe.orchestrators:local unhealthy: because of floe.computes:duckdb",
      ]);
    });

    test("healthCommand ends a pause as soon as the signal is aborted", async () => {
      const { controller, calls, done } = await watch([health]);
      await vi.advanceTimersByTimeAsync(0);
      controller.abort();
      expect(await done).toBe(0);
      expect(calls).toEqual(["start", "health", "stop"]);
      expect(vi.getTimerCount()).toBe(0);
    });

    test("healthCommand prints one compact document per check with --json, and nothing else", async () => {
      const { context, done } = await watch([health, unhealthy], { json: true });
      await vi.advanceTimersByTimeAsync(10_000);
      await done;
      const lines = context.host.out().trimEnd().split("\n");
      expect(lines.map((line) => (JSON.parse(line) as { ok: boolean }).ok)).toEqual([true, false]);
    });
  });
});
