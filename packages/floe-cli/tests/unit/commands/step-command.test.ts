import { loadArtifacts } from "floe-platform";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { stepCommand } from "../../../src/commands/step-command.ts";
import { contextOf } from "../../support/context.ts";
import { fakePlatform } from "../../support/fake-platform.ts";
import { failed, succeeded } from "../../support/results.ts";

vi.mock("floe-platform", { spy: true });

const args = { artifacts: "a.json", transform: "staged" };

function use(overrides?: Parameters<typeof fakePlatform>[0]): string[] {
  const { platform, calls } = fakePlatform(overrides);
  vi.mocked(loadArtifacts).mockResolvedValue(platform);
  return calls;
}

beforeEach(() => {
  vi.mocked(loadArtifacts).mockReset();
});

describe("stepCommand", () => {
  test("stepCommand runs the transform, prints one line and stops the plugins", async () => {
    const step = vi.fn(async () => ({ step: succeeded.steps[0], columns: [] }));
    const calls = use({ step });
    const context = contextOf();
    expect(await stepCommand(args, context)).toBe(0);
    expect(context.host.out()).toBe("staged succeeded: 3,000,000 rows, 1.2 s\n");
    expect(calls).toEqual(["step", "stop"]);
    expect(step).toHaveBeenCalledWith("staged", { signal: context.signal });
    expect(vi.mocked(loadArtifacts).mock.calls[0]).toEqual(["a.json", expect.objectContaining({ cwd: context.options.cwd })]);
  });

  test("stepCommand gives step and columns as data", async () => {
    use();
    const context = contextOf({ json: true });
    await stepCommand(args, context);
    expect(JSON.parse(context.host.out())).toEqual({
      version: "1.0",
      command: "step",
      ok: true,
      step: succeeded.steps[0],
      columns: [{ name: "id", type: "BIGINT" }],
      columnLineage: null,
    });
  });

  test("stepCommand ends with 1 for a step that failed, and says why on standard error", async () => {
    const calls = use({ step: async () => ({ step: failed.steps[1], columns: [] }) });
    const context = contextOf();
    expect(await stepCommand(args, context)).toBe(1);
    expect(context.host.out()).toBe("daily failed: 7 ms\n");
    expect(context.host.err()).toContain("daily: Cannot make daily: no such column\n  Look at line 3.\n");
    expect(calls.at(-1)).toBe("stop");
  });

  test("stepCommand stops the plugins when the step rejects, and passes that on", async () => {
    const calls = use({ step: () => Promise.reject(new Error("boom")) });
    await expect(stepCommand(args, contextOf())).rejects.toThrow("boom");
    expect(calls).toEqual(["step", "stop"]);
  });

  test("stepCommand stops the plugins as soon as the signal is aborted, although the plugins take no notice of it", async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const calls = use({ step: () => (controller.abort(reason), new Promise(() => {})) });
    await expect(stepCommand(args, contextOf({}, controller.signal))).rejects.toBe(reason);
    expect(calls).toEqual(["step", "stop"]);
  });
});
