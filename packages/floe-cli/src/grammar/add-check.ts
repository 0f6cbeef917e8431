import { Option, type Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe check`. */
export function addCheck(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("check")
    .description("check a platform file and everything it names, without starting anything")
    .argument("[file]", "the platform file", "floe.yaml")
    .addOption(
      new Option("--github", "annotate problems for GitHub (by itself when GITHUB_ACTIONS is true)").conflicts("json"),
    )
    .addHelpText("after", EXAMPLES);
  addCommonOptions(command, host.cwd).action((file: string, options: GivenOptions & { github?: boolean }) =>
    run("check", options, async (context) => {
      const { checkCommand } = await import("../commands/check-command.ts");
      return checkCommand({ file, github: options.github ?? false }, context);
    }),
  );
}

const EXAMPLES = `
Examples:
  floe check                          check floe.yaml in this folder
  floe check products/flights.yaml    check another one
  floe check --json                   the problems as data
  floe check --github                 the problems as annotations of a pull request`;
