import { describe, expect, test } from "vitest";
import { inShell } from "../support/completion.ts";
import { floe } from "../support/floe-process.ts";
import { temporaryApp } from "../support/temporary-app.ts";

describe("floe completion", () => {
  test.each(["bash", "zsh", "fish"])("prints a script for %s on standard output, and nothing else", async (shell) => {
    const { exitCode, stdout, stderr } = await floe(["completion", shell], temporaryApp({}).root);
    expect([exitCode, stderr]).toEqual([0, ""]);
    for (const word of ["plugins", "check", "health", "--json"]) expect(stdout).toContain(word.replace("--", shell === "fish" ? "-l " : "--"));
  });

  test("completes commands, options and files in bash", async () => {
    const { stdout } = await floe(["completion", "bash"], temporaryApp({}).root);
    const complete = (...words: string[]) => {
      const quoted = words.map((word) => `'${word}'`).join(" ");
      const line = `source "$1"; COMP_WORDS=(floe ${quoted}); COMP_CWORD=${words.length}; _floe; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return inShell("bash", ["--norc", "--noprofile", "-c"], stdout, line);
    };
    expect(complete("che")).toEqual(["check"]);
    expect(complete("plugins", "li")).toEqual(["list"]);
    expect(complete("health", "--int")).toEqual(["--interval"]);
    expect(complete("health", "--interval", "60", "fl")).toEqual(["floe.yaml"]);
    expect(complete("check", "--cwd", "mod")).toEqual(["models"]);
    expect(complete("completion", "f")).toEqual(["fish"]);
  });

  test.each([
    [["completion", "ksh"], "Allowed choices are bash, zsh, fish."],
    [["completion"], "missing required argument 'shell'"],
  ])("ends %j with 2", async (args, text) => {
    const { exitCode, stdout, stderr } = await floe(args, temporaryApp({}).root);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(text);
  });
});
