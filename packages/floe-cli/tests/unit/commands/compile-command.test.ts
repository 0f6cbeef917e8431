import { readFileSync } from "node:fs";
import path from "node:path";
import { loadPlatform } from "floe-platform";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { compileCommand } from "../../../src/commands/compile-command.ts";
import { artifacts } from "../../support/artifacts.ts";
import { contextOf } from "../../support/context.ts";
import { fakePlatform } from "../../support/fake-platform.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

vi.mock("floe-platform", { spy: true });

beforeEach(() => {
  vi.mocked(loadPlatform).mockReset().mockResolvedValue(fakePlatform().platform);
});

describe("compileCommand", () => {
  test("compileCommand prints the bare artifacts", async () => {
    const context = contextOf({ quiet: true });
    expect(await compileCommand({ file: "x.yaml", output: undefined, entryPoint: undefined }, context)).toBe(0);
    expect(JSON.parse(context.host.out())).toEqual(artifacts);
    expect(context.host.err()).toBe("");
    expect(vi.mocked(loadPlatform).mock.calls[0]?.[0]).toBe("x.yaml");
  });

  test("compileCommand writes them to a file and prints its path", async () => {
    const context = contextOf({ cwd: temporaryFolder() });
    expect(await compileCommand({ file: "floe.yaml", output: "a.json", entryPoint: undefined }, context)).toBe(0);
    const file = path.join(context.options.cwd, "a.json");
    expect(context.host.out()).toBe(`${file}\n`);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(artifacts);
  });

  test("compileCommand puts artifacts and path into its document", async () => {
    const context = contextOf({ cwd: temporaryFolder(), json: true });
    await compileCommand({ file: "floe.yaml", output: "a.json", entryPoint: undefined }, context);
    expect(JSON.parse(context.host.out())).toEqual({
      version: "1.0",
      command: "compile",
      ok: true,
      artifacts,
      file: path.join(context.options.cwd, "a.json"),
    });
  });

  test("compileCommand has the entry file written, prints its path and stops the platform", async () => {
    const asked: string[] = [];
    const { platform, calls } = fakePlatform({
      writeEntryPoint: async (folder: string) => {
        asked.push(folder);
        return path.join(folder, "entry.py");
      },
    });
    vi.mocked(loadPlatform).mockResolvedValue(platform);
    const context = contextOf({ cwd: temporaryFolder() });
    expect(await compileCommand({ file: "floe.yaml", output: undefined, entryPoint: "out" }, context)).toBe(0);
    const folder = path.join(context.options.cwd, "out");
    expect(asked).toEqual([folder]);
    expect(context.host.out()).toBe(`${path.join(folder, "entry.py")}\n`);
    expect(calls).toEqual(["writeEntryPoint", "stop"]);
  });

  test("compileCommand stops the platform when the entry file cannot be written", async () => {
    const { platform, calls } = fakePlatform({ writeEntryPoint: () => Promise.reject(new Error("no room")) });
    vi.mocked(loadPlatform).mockResolvedValue(platform);
    const args = { file: "floe.yaml", output: undefined, entryPoint: "out" };
    await expect(compileCommand(args, contextOf({}))).rejects.toThrow("no room");
    expect(calls).toEqual(["writeEntryPoint", "stop"]);
  });
});
