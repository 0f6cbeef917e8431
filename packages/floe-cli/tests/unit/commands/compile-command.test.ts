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
    expect(await compileCommand({ file: "x.yaml", output: undefined }, context)).toBe(0);
    expect(JSON.parse(context.host.out())).toEqual(artifacts);
    expect(context.host.err()).toBe("");
    expect(vi.mocked(loadPlatform).mock.calls[0]?.[0]).toBe("x.yaml");
  });

  test("compileCommand writes them to a file and prints its path", async () => {
    const context = contextOf({ cwd: temporaryFolder() });
    expect(await compileCommand({ file: "floe.yaml", output: "a.json" }, context)).toBe(0);
    const file = path.join(context.options.cwd, "a.json");
    expect(context.host.out()).toBe(`${file}\n`);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(artifacts);
  });

  test("compileCommand puts artifacts and path into its document", async () => {
    const context = contextOf({ cwd: temporaryFolder(), json: true });
    await compileCommand({ file: "floe.yaml", output: "a.json" }, context);
    expect(JSON.parse(context.host.out())).toEqual({
      version: "1.0",
      command: "compile",
      ok: true,
      artifacts,
      file: path.join(context.options.cwd, "a.json"),
    });
  });
});
