import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PluginNotFoundError } from "floe-core";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { runCli } from "../../../src/cli/run-cli.ts";
import { runCommand } from "../../../src/commands/run-command.ts";
import { fakeHost, type FakeHost } from "../../support/fake-host.ts";

vi.mock("../../../src/commands/run-command.ts", { spy: true });

beforeEach(() => {
  vi.resetAllMocks();
});

function temporaryHost(): FakeHost {
  const cwd = mkdtempSync(path.join(tmpdir(), "floe-cli-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  return fakeHost({ cwd });
}

describe("runCli", () => {
  test("runCli gives the command's exit code", async () => {
    vi.mocked(runCommand).mockResolvedValue(1);
    expect(await runCli(["run", "a.yaml", "--select", "x"], fakeHost())).toBe(1);
    expect(vi.mocked(runCommand).mock.calls[0]?.[0]).toEqual({ file: "a.yaml", select: ["x"], report: undefined });
    vi.mocked(runCommand).mockResolvedValue(0);
    expect(await runCli(["run"], fakeHost())).toBe(0);
    expect(vi.mocked(runCommand).mock.calls[1]?.[0]).toEqual({ file: "floe.yaml", select: undefined, report: undefined });
  });

  test("runCli ends with 0 for help and the version, with 2 for wrong usage", async () => {
    for (const args of [["--help"], ["--version"], ["help", "plugins"], ["run", "-h"]]) {
      expect(await runCli(args, fakeHost())).toBe(0);
    }
    for (const args of [[], ["rnu"], ["run", "--nope"], ["plugins"], ["run", "--cwd", "nowhere"]]) {
      expect(await runCli(args, fakeHost())).toBe(2);
    }
  });

  test("runCli ends with 3 for a missing platform file and says where it looked", async () => {
    const host = temporaryHost();
    expect(await runCli(["run"], host)).toBe(3);
    expect(host.out()).toBe("");
    expect(host.err()).toContain("floe.yaml: error: the platform file does not exist\n");
    expect(host.err()).not.toContain("    at ");
  });

  test("runCli prints errors as JSON on standard output and for people on standard error", async () => {
    const host = temporaryHost();
    writeFileSync(path.join(host.cwd, "floe.yaml"), "name: 1st\nplugins: {}\n");
    expect(await runCli(["run", "--json"], host)).toBe(3);
    expect(JSON.parse(host.out())).toMatchObject({
      version: "1.0",
      command: "run",
      ok: false,
      error: {
        code: "FLOE_PLATFORM_INVALID",
        problems: [{ file: path.join(host.cwd, "floe.yaml"), line: 1, column: 7, code: "name_invalid" }],
      },
    });
    expect(host.err()).toContain("floe.yaml:1:7: error:");
  });

  test("runCli ends with 2 for transforms that are not there", async () => {
    const host = temporaryHost();
    writeFileSync(path.join(host.cwd, "floe.yaml"), "name: x\nplugins: {}\n");
    expect(await runCli(["run", "--select", "a"], host)).toBe(2);
    expect(host.err()).toContain("Cannot select transforms a: there are none");
  });

  test("runCli ends with 1 for any other error, with its stack only if asked for", async () => {
    const error = new PluginNotFoundError({ pluginType: "floe.dbt", pluginName: "x", available: [] });
    for (const reason of [error, new Error("odd")]) {
      vi.mocked(runCommand).mockRejectedValue(reason);
      const host = fakeHost();
      expect(await runCli(["run"], host)).toBe(1);
      expect(host.err()).not.toContain("    at ");
      const verbose = fakeHost();
      expect(await runCli(["run", "--verbose"], verbose)).toBe(1);
      expect(verbose.err()).toContain("    at ");
    }
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("runCli ends an interrupted command with the code of %s, and says nothing twice", async (signal, code) => {
    const host = fakeHost();
    vi.mocked(runCommand).mockImplementation((_args, context) => {
      host.send(signal);
      return Promise.reject(context.signal.reason as Error);
    });
    expect(await runCli(["run"], host)).toBe(code);
    expect(host.err()).toBe(`${signal}: stopping; once more ends at once\n`);
    expect(host.listeners.size).toBe(0);
  });

  test("runCli ends with the signal's code where the command came to a result all the same", async () => {
    const host = fakeHost();
    vi.mocked(runCommand).mockImplementation(async () => {
      host.send("SIGINT");
      return 1;
    });
    expect(await runCli(["run"], host)).toBe(130);
  });
});
