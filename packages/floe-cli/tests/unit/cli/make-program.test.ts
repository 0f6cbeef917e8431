import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { makeProgram, type RunAction } from "../../../src/cli/make-program.ts";
import { fakeHost, type FakeHost } from "../../support/fake-host.ts";

async function parse(...args: string[]): Promise<{ host: FakeHost; calls: unknown[][]; error: unknown }> {
  const host = fakeHost({ columns: 80 });
  const calls: unknown[][] = [];
  const run: RunAction = async (name, options) => void calls.push([name, options]);
  const error = await makeProgram(host, "1.2.3", run)
    .parseAsync(args, { from: "user" })
    .then(() => undefined)
    .catch((reason: unknown) => reason);
  return { host, calls, error };
}

describe("makeProgram", () => {
  test("makeProgram hands commands on with their options", async () => {
    expect((await parse("run", "--json")).calls).toEqual([["run", expect.objectContaining({ json: true, color: true })]]);
    expect((await parse("run", "x.yaml", "-s", "a", "b")).calls).toEqual([
      ["run", expect.objectContaining({ select: ["a", "b"] })],
    ]);
    expect((await parse("plugins", "list", "-q")).calls).toEqual([["plugins list", expect.objectContaining({ quiet: true })]]);
  });

  test.each([
    [["--help"], "Exit codes:"],
    [["run", "--help"], "Examples:\n  floe run "],
    [["help", "run"], "[file]"],
    [["plugins", "list", "-h"], "floe plugins list --json"],
    [["--version"], "1.2.3"],
  ])("makeProgram answers %j on standard output", async (args, text) => {
    const { host, error, calls } = await parse(...args);
    expect(error).toBeInstanceOf(CommanderError);
    expect((error as CommanderError).exitCode).toBe(0);
    expect(host.out()).toContain(text);
    expect(host.err()).toBe("");
    expect(calls).toEqual([]);
  });

  test.each([
    [["rnu"], "Did you mean run?"],
    [["run", "--jsno"], "Did you mean --json?"],
    [["plugins", "lst"], "Did you mean list?"],
    [["run", "a", "b"], "too many arguments"],
    [["run", "--select"], "argument missing"],
    [["run", "--cwd", "nowhere"], "It is not a folder."],
    [["plugins"], "Usage: floe plugins"],
    [[], "Usage: floe"],
  ])("makeProgram refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parse(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(host.out()).toBe("");
    expect(calls).toEqual([]);
  });
});
