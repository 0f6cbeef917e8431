import { Argument, type Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe completion`. */
export function addCompletion(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("completion")
    .description("print a script that completes commands, options and files in a shell")
    .addArgument(new Argument("<shell>", "the shell that reads it").choices(["bash", "zsh", "fish"]))
    .addHelpText("after", EXAMPLES);
  addCommonOptions(command, host.cwd).action((shell: "bash" | "zsh" | "fish", options: GivenOptions) =>
    run("completion", options, async (context) => {
      const { completionCommand } = await import("../commands/completion-command.ts");
      return completionCommand({ shell, program }, context);
    }),
  );
}

const EXAMPLES = `
Examples:
  eval "$(floe completion bash)"    in ~/.bashrc
  eval "$(floe completion zsh)"     in ~/.zshrc, after compinit
  floe completion fish > ~/.config/fish/completions/floe.fish`;
