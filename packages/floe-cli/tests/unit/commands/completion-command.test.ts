import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { completionCommand } from "../../../src/commands/completion-command.ts";
import { contextOf } from "../../support/context.ts";

const program = new Command("floe");
program.command("run").description("run it").argument("[file]");

describe("completionCommand", () => {
  test.each([
    ["bash", "complete -o filenames -F _floe floe"],
    ["zsh", "#compdef floe"],
    ["fish", "complete -c floe -n '__floe_is floe 0' -a 'run' -d 'run it'"],
  ] as const)("completionCommand prints a script for %s", async (shell, text) => {
    const context = contextOf();
    expect(await completionCommand({ shell, program }, context)).toBe(0);
    expect(context.host.out()).toContain(text);
    expect(context.host.err()).toBe("");
  });

  test("completionCommand prints the script inside a document with --json", async () => {
    const context = contextOf({ json: true });
    await completionCommand({ shell: "bash", program }, context);
    expect(JSON.parse(context.host.out())).toMatchObject({ command: "completion", shell: "bash", script: expect.stringContaining("_floe") });
  });
});
