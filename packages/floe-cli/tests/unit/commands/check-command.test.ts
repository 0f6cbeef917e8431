import path from "node:path";
import { loadPlatform, PlatformFileError, type PlatformProblem } from "floe-platform";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkCommand } from "../../../src/commands/check-command.ts";
import { contextOf } from "../../support/context.ts";
import { fakePlatform } from "../../support/fake-platform.ts";

vi.mock("floe-platform", { spy: true });

const args = { file: "floe.yaml", github: false };
const cwd = path.resolve("app");
const file = path.join(cwd, "floe.yaml");
const problem: PlatformProblem = {
  ...{ file, line: 2, column: 3, code: "key_unknown", path: "nmae" },
  ...{ message: "nmae is not known", expected: "name", found: "nmae", remedy: 'Did you mean "name"?' },
};

function refuse(): void {
  vi.mocked(loadPlatform).mockRejectedValue(new PlatformFileError(file, [problem]));
}

beforeEach(() => {
  vi.resetAllMocks();
});

describe("checkCommand", () => {
  test("checkCommand says what was checked, and starts nothing", async () => {
    const { platform, calls } = fakePlatform();
    vi.mocked(loadPlatform).mockResolvedValue(platform);
    const context = contextOf({ cwd });
    expect(await checkCommand(args, context)).toBe(0);
    expect(context.host.out()).toMatch(/^flights floe\.yaml is valid: 2 plugins, .*\n\nPLUGIN .*\nfloe\.computes:duckdb +1\.2\.3 /);
    expect(context.host.err()).toBe("");
    expect(calls).toEqual([]);
    expect(vi.mocked(loadPlatform)).toHaveBeenCalledWith(file, expect.objectContaining({ cwd, signal: context.signal }));
  });

  test("checkCommand prints one line when quiet, and one document with --json", async () => {
    vi.mocked(loadPlatform).mockResolvedValue(fakePlatform().platform);
    const quiet = contextOf({ cwd, quiet: true });
    await checkCommand(args, quiet);
    expect(quiet.host.out()).toMatch(/^flights floe\.yaml is valid: .*\n$/);
    const json = contextOf({ cwd, json: true });
    await checkCommand(args, json);
    expect(JSON.parse(json.host.out())).toMatchObject({ command: "check", ok: true, file, problems: [], product: { name: "flights" } });
  });

  test("checkCommand ends with 3 and prints every problem on standard error", async () => {
    refuse();
    const context = contextOf({ cwd });
    expect(await checkCommand(args, context)).toBe(3);
    expect(context.host.err()).toMatch(/^floe\.yaml:2:3: error: nmae is not known\n[\s\S]*\n1 problem\n$/);
    expect(context.host.out()).toBe("");
  });

  test("checkCommand gives the problems as data, too", async () => {
    refuse();
    const context = contextOf({ cwd, json: true });
    Object.assign(context.host.env, { GITHUB_ACTIONS: "true" });
    expect(await checkCommand(args, context)).toBe(3);
    expect(JSON.parse(context.host.out())).toMatchObject({ ok: false, file, problems: [{ line: 2, column: 3 }], product: null });
  });

  test.each<[string, boolean, Record<string, string>, string | undefined]>([
    ["when asked to", true, {}, "floe.yaml"],
    ["in a workflow", false, { GITHUB_ACTIONS: "true" }, "floe.yaml"],
    ["from the checkout", false, { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: path.dirname(cwd) }, "app/floe.yaml"],
    ["elsewhere: not", false, { GITHUB_ACTIONS: "" }, undefined],
  ])("checkCommand annotates problems for GitHub %s", async (_, github, env, named) => {
    refuse();
    const context = contextOf({ cwd });
    Object.assign(context.host.env, env);
    expect(await checkCommand({ ...args, github }, context)).toBe(3);
    expect(context.host.out()).toMatch(named === undefined ? /^$/ : new RegExp(`^::error file=${named},line=2,col=3,title=.*\n$`));
    expect(context.host.err()).toContain("floe.yaml:2:3: error: ");
  });

  test("checkCommand passes on what is no problem of the file", async () => {
    vi.mocked(loadPlatform).mockRejectedValue(new Error("boom"));
    await expect(checkCommand(args, contextOf({ cwd }))).rejects.toThrow("boom");
  });
});
