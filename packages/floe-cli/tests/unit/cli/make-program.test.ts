import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { makeProgram } from "../../../src/cli/make-program.ts";
import { fakeHost } from "../../support/fake-host.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe("makeProgram", () => {
  test.each([
    [["--help"], "Exit codes:"],
    [["--version"], "1.2.3"],
  ])("makeProgram answers %j on standard output", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).toBe(0);
    expect(host.out()).toContain(text);
    expect(host.err()).toBe("");
    expect(calls).toEqual([]);
  });

  test.each([
    [["rnu"], "Did you mean run?"],
    [["run", "--cwd", "nowhere"], "It is not a folder."],
    [[], "Usage: floe"],
  ])("makeProgram refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(host.out()).toBe("");
    expect(calls).toEqual([]);
  });

  test("makeProgram lets nothing that was typed command a terminal", async () => {
    const { host } = await parseArgs("run", "--\u001B[2J");
    expect(host.err()).toContain("--\\u001B[2J");
    expect(host.err()).not.toContain("\u001B");
  });

  test("makeProgram gives every command a description and examples in its help", () => {
    const program = makeProgram(fakeHost(), "1.2.3", async () => {});
    const leaves = program.commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));
    for (const command of leaves) {
      let help = "";
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      expect(command.description(), command.name()).not.toBe("");
      expect(help, command.name()).toMatch(/\nExamples:\n.*floe /);
    }
  });
});
