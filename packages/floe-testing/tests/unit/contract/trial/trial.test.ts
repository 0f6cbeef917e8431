import { existsSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { Accepting } from "../../../../src/broken/configured-compute.ts";
import { afterAbort, forever } from "../../../../src/broken/late-hook.ts";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { inTrial, LIMITS, subjectOf } from "../../../support/try-clause.ts";

const SOUND = subjectOf(SoundCompute);

afterEach(() => {
  vi.restoreAllMocks();
});

test("Trial.folder is one empty folder, gone when the trial is over, and where relative paths begin", async () => {
  const folder = await inTrial(SOUND, async (trial) => {
    expect(existsSync(trial.folder)).toBe(true);
    expect((await trial.load()).baseDir).toBe(trial.folder);
    return trial.folder;
  });
  expect(existsSync(folder)).toBe(false);
});

test("Trial.load, configure and start go through one registry", async () => {
  await inTrial(
    subjectOf(Accepting),
    async (trial) => {
      const plugin = await trial.start();
      expect(plugin.config).toEqual({ files: ["a"] });
      expect(await trial.load()).toBe(plugin);
      expect(trial.registry.list()).toMatchObject([{ state: "active" }]);
      expect(trial.logs.length).toBeGreaterThan(0);
    },
    { valid: { files: ["a"] } },
  );
});

test("Trial.configure passes over {} for a plugin that takes no configuration, and over nothing else", async () => {
  await inTrial(SOUND, async (trial) => {
    await expect(trial.configure({})).resolves.toMatchObject({ isConfigured: false });
    await expect(trial.configure({ threads: 4 })).rejects.toMatchObject({ code: "FLOE_PLUGIN_CONFIGURATION" });
  });
});

test("Trial.call answers with what a call does, and throws what it throws", async () => {
  await inTrial(SOUND, async (trial) => {
    expect(await trial.call("healthCheck", () => 42)).toBe(42);
    await expect(trial.call("healthCheck", () => Promise.reject(new Error("oops")))).rejects.toThrow("oops");
  });
});

test("Trial.call says of a call whether it ended once its signal was aborted", async () => {
  const { callMs, signalMs } = LIMITS;
  await inTrial(SOUND, async (trial) => {
    await expect(trial.call("fetch", afterAbort)).rejects.toThrow(/^fetch did not end within 500 ms$/);
    const never = trial.call("fetch", forever);
    await expect(never).rejects.toThrow(`fetch did not end within ${callMs} ms, nor within ${signalMs} ms once its signal was aborted`);
  });
});

test("Trial.abort says how a call ended whose signal was aborted, and does not abort one that ends before", async () => {
  await inTrial(SOUND, async (trial) => {
    expect(await trial.abort(async (signal) => afterAbort(signal).then(() => "ended"))).toEqual({ kind: "returned", value: "ended" });
    expect(await trial.abort((signal) => signal.throwIfAborted(), 100)).toEqual({ kind: "returned", value: undefined });
    expect(await trial.abort(forever)).toEqual({ kind: "pending" });
  });
});

test("Trial.end gives up what is under way, and stops what is active", async () => {
  const stopped = vi.fn();
  class Counted extends SoundCompute {
    override shutdown(): void {
      stopped();
    }
  }
  let reason: unknown;
  await inTrial(subjectOf(Counted), async (trial) => {
    await trial.start();
    await trial.call("listen", (signal) => {
      signal.addEventListener("abort", () => {
        reason = signal.reason;
      });
    });
  });
  expect(stopped).toHaveBeenCalledOnce();
  expect(reason).toMatchObject({ name: "AbortError" });
});

test("Trial.end takes its folder away even if its registry cannot be shut down", async () => {
  let folder = "";
  const ended = inTrial(SOUND, async (trial) => {
    ({ folder } = trial);
    vi.spyOn(trial.registry, "shutdownAll").mockRejectedValue(new Error("oops"));
  });
  await expect(ended).rejects.toThrow("oops");
  expect(existsSync(folder)).toBe(false);
});
