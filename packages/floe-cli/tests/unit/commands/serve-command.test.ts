import path from "node:path";
import { loadPlatform, type ServeEvent, type ServeOptions } from "floe-platform";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { serveCommand } from "../../../src/commands/serve-command.ts";
import { artifacts } from "../../support/artifacts.ts";
import { contextOf } from "../../support/context.ts";
import { fakePlatform } from "../../support/fake-platform.ts";
import { serveEvents } from "../../support/serve-events.ts";

vi.mock("floe-platform", { spy: true });

const { ready, scheduled, started, runStarted, stepStarted, succeeded, notSucceeded, failed, missedOne } = serveEvents;

/** A platform that tells of these events, then ends. */
function use(events: readonly ServeEvent[], overrides: Parameters<typeof fakePlatform>[0] = {}): string[] {
  const serve = async ({ onEvent }: ServeOptions): Promise<void> => {
    for (const event of events) onEvent?.(event);
  };
  const { platform, calls } = fakePlatform({ serve, ...overrides });
  vi.mocked(loadPlatform).mockResolvedValue(platform);
  return calls;
}

beforeEach(() => {
  vi.mocked(loadPlatform).mockReset();
});

describe("serveCommand", () => {
  test("serveCommand says what it serves, what happens, and stops the plugins", async () => {
    const calls = use([ready, scheduled, started, runStarted, stepStarted, succeeded, missedOne]);
    const context = contextOf();
    expect(await serveCommand({ file: "floe.yaml" }, context)).toBe(0);
    expect(calls).toEqual(["serve", "stop"]);
    expect(context.host.out()).toMatch(/^flights floe\.yaml, 0 6 \* \* \* Europe\/Berlin\n[\s\S]*floe-duckdb-compute/);
    expect(context.host.out()).toContain("\n2026-03-29 06:00:00 +02:00  Run succeeded: 2 steps");
    const noted = context.host.err().trimEnd().split("\n");
    expect(noted.map((line) => line.replace(/^2026-03-29 06:00:00 \+02:00 {2}/, ""))).toEqual([
      "plugins started",
      "next run at 2026-03-30 06:00:00 +02:00",
      "run started",
      expect.stringMatching(/^missed the run due at /),
      "stopped floe.orchestrators:local, floe.computes:duckdb",
    ]);
  });

  test("serveCommand passes file, environment and signal on", async () => {
    const serve = vi.fn(async () => {});
    use([], { serve });
    const context = contextOf();
    await serveCommand({ file: "x.yaml" }, context);
    expect(vi.mocked(loadPlatform)).toHaveBeenCalledWith("x.yaml", {
      cwd: context.options.cwd,
      env: context.host.env,
      logger: context.logger,
      signal: context.signal,
    });
    expect(serve).toHaveBeenCalledWith(expect.objectContaining({ signal: context.signal }));
  });

  test("serveCommand tells of every step only with --verbose", async () => {
    use([stepStarted]);
    const context = contextOf({ verbose: true });
    await serveCommand({ file: "floe.yaml" }, context);
    expect(context.host.err()).toContain("staged started");
  });

  test("serveCommand keeps to results and what went wrong with --quiet", async () => {
    use([ready, scheduled, started, notSucceeded, failed, missedOne]);
    const context = contextOf({ quiet: true });
    await serveCommand({ file: "floe.yaml" }, context);
    expect(context.host.out()).toMatch(/^\S+ \S+ \S+ {2}Run failed: 3 steps .*\n$/);
    expect(context.host.err()).toMatch(
      /^daily: Cannot make daily: no such column\n {2}Look at line 3\.\n\S+ \S+ \S+ {2}Run failed: the engine is gone\n {2}Start it\.\n.*missed the run.*\n$/,
    );
  });

  test("serveCommand prints everything as JSON, each on a line of its own, with --json", async () => {
    const events = [ready, scheduled, started, stepStarted, succeeded];
    use(events);
    const context = contextOf({ json: true, cwd: path.resolve("app") });
    await serveCommand({ file: "floe.yaml" }, context);
    const documents = context.host.out().trimEnd().split("\n").map((line) => JSON.parse(line) as { event: { type: string } });
    expect(documents.map(({ event }) => event.type)).toEqual(["serving", ...events.map(({ type }) => type), "stopped"]);
    expect(documents[0]).toMatchObject({
      version: "1.0",
      command: "serve",
      ok: true,
      event: { product: { name: "flights", file: path.resolve("app", "floe.yaml") }, schedule: artifacts.schedule },
    });
    expect(documents.at(-1)).toMatchObject({ event: { shutdown: { ok: true } } });
  });

  test("serveCommand stops the plugins when serving fails, and passes the failure on", async () => {
    const calls = use([], { serve: () => Promise.reject(new Error("boom")) });
    const context = contextOf({ json: true });
    await expect(serveCommand({ file: "floe.yaml" }, context)).rejects.toThrow("boom");
    expect(calls.at(-1)).toBe("stop");
    expect(context.host.out()).not.toContain('"stopped"');
  });

  test("serveCommand introduces nothing where there is no schedule", async () => {
    const serve = (): Promise<void> => Promise.reject(new Error("schedule is missing"));
    use([], { compile: () => ({ ...artifacts, schedule: undefined }), serve, stop: async () => ({ plugins: [] }) });
    const context = contextOf();
    await expect(serveCommand({ file: "floe.yaml" }, context)).rejects.toThrow("schedule is missing");
    expect(context.host.out() + context.host.err()).toBe("");
  });

  test("serveCommand stops the plugins as soon as the signal is aborted, although the plugins take no notice of it", async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const calls = use([], { serve: () => (controller.abort(reason), new Promise(() => {})) });
    await expect(serveCommand({ file: "floe.yaml" }, contextOf({}, controller.signal))).rejects.toBe(reason);
    expect(calls).toEqual(["serve", "stop"]);
  });
});
