import type { Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe step`. */
export function addStep(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("step")
    .description("run one transform in this process, for engines that give each step a process of its own")
    .argument("<artifacts>", "the file that floe compile wrote")
    .argument("<transform>", "the name of the transform")
    .addHelpText("after", EXAMPLES);
  addCommonOptions(command, host.cwd).action((artifacts: string, transform: string, options: GivenOptions) =>
    run("step", options, async (context) => {
      const { stepCommand } = await import("../commands/step-command.ts");
      return stepCommand({ artifacts, transform }, context);
    }),
  );
}

const EXAMPLES = `
Examples:
  floe step artifacts.json daily
  floe step artifacts.json daily --json    with the columns of what it made`;
