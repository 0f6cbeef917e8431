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

  test("runCli answers wrong usage as JSON, too, where that was asked for", async () => {
    const host = fakeHost();
    expect(await runCli(["run", "--bogus", "--json"], host)).toBe(2);
    expect(JSON.parse(host.out())).toEqual({
      version: "1.0",
      command: "run",
      ok: false,
      error: { name: "UsageError", code: "FLOE_USAGE", message: "unknown option '--bogus'", hint: "See floe help." },
    });
    expect(host.err()).toContain("unknown option '--bogus'");
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

  test("runCli reports an uncaught error masked and once, stops the command and ends with 1", async () => {
    for (const json of [false, true]) {
      const host = fakeHost();
      vi.mocked(runCommand).mockImplementation((_args, context) => {
        context.output.redactWith((text) => text.replaceAll("s3cret", "[secret]"));
        host.fail(new Error("no access with s3cret\u001B[2J"));
        return Promise.reject(context.signal.reason as Error);
      });
      expect(await runCli(json ? ["run", "--json"] : ["run"], host)).toBe(1);
      expect(host.err()).toBe("error: uncaught: no access with [secret]\\u001B[2J\n");
      expect(host.exits).toEqual([]);
      if (json) expect(JSON.parse(host.out())).toMatchObject({ ok: false, error: { message: "no access with [secret]\u001B[2J" } });
    }
  });

  test("runCli ends the process at a second uncaught error, past whatever holds lines back", async () => {
    const host = fakeHost();
    vi.mocked(runCommand).mockImplementation(async (_args, context) => {
      context.output.redirect(() => {});
      host.fail(new Error("first"));
      host.fail(new Error("second"));
      return 0;
    });
    expect(await runCli(["run", "--verbose"], host)).toBe(1);
    expect(host.err()).toMatch(/^error: uncaught: second\nError: second\n {4}at /);
    expect(host.exits).toEqual([1]);
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
