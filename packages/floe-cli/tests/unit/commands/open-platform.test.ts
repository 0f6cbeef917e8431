import { loadArtifacts, loadPlatform } from "floe-platform";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openArtifacts, openPlatform } from "../../../src/commands/open-platform.ts";
import { contextOf } from "../../support/context.ts";
import { fakePlatform } from "../../support/fake-platform.ts";

vi.mock("floe-platform", { spy: true });

beforeEach(() => {
  vi.mocked(loadPlatform).mockReset();
  vi.mocked(loadArtifacts).mockReset();
});

describe("openPlatform", () => {
  test("openPlatform passes folder, environment, logger and signal on", async () => {
    const { platform } = fakePlatform();
    vi.mocked(loadPlatform).mockResolvedValue(platform);
    const context = contextOf({ cwd: "/app" });
    expect(await openPlatform("x.yaml", context)).toBe(platform);
    const { host, logger, signal } = context;
    expect(vi.mocked(loadPlatform).mock.calls).toEqual([["x.yaml", { cwd: "/app", env: host.env, logger, signal }]]);
  });

  test("openPlatform has the output masked as the platform masks, secrets read later too", async () => {
    let secret = "none";
    const { platform } = fakePlatform({ redact: (text: string) => text.replaceAll(secret, "[secret]") });
    vi.mocked(loadPlatform).mockResolvedValue(platform);
    const { output, host, ...rest } = contextOf();
    await openPlatform("x.yaml", { output, host, ...rest });
    secret = "s3cret";
    rest.logger.error("no access", { url: new URL("https://me:s3cret@host/") });
    expect(host.err()).toBe('error: no access url="https://me:[secret]@host/"\n');
  });

  test("openPlatform gives up with the signal's reason, although loading takes no notice of it", async () => {
    vi.mocked(loadPlatform).mockReturnValue(new Promise(() => {}));
    const controller = new AbortController();
    const opening = openPlatform("x.yaml", contextOf({}, controller.signal));
    const reason = new Error("interrupted");
    controller.abort(reason);
    await expect(opening).rejects.toBe(reason);
  });
});

describe("openArtifacts", () => {
  test("openArtifacts does the same for artifacts, with the groups that are needed", async () => {
    const { platform } = fakePlatform({ redact: () => "[secret]" });
    vi.mocked(loadArtifacts).mockResolvedValue(platform);
    const context = contextOf({ cwd: "/app" });
    expect(await openArtifacts("a.json", ["floe.computes"], context)).toBe(platform);
    const { host, logger, signal, output } = context;
    const options = { cwd: "/app", env: host.env, logger, signal, groups: ["floe.computes"] };
    expect(vi.mocked(loadArtifacts).mock.calls).toEqual([["a.json", options]]);
    output.failure("s3cret");
    expect(host.err()).toBe("[secret]\n");
  });
});
