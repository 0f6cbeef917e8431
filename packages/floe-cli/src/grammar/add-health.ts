import { InvalidArgumentError, Option, type Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** What timers can wait for, in seconds: about 24 days. */
const LONGEST_S = 2_147_483;
const DEFAULT_S = 5;

/** Adds `floe health`. */
export function addHealth(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("health")
    .description("start the plugins of a product, ask each how it is, stop them again")
    .argument("[file]", "the platform file", "floe.yaml")
    .option("-w, --watch", "ask again and again, until interrupted")
    .addOption(
      new Option("--interval <seconds>", "how long to wait before asking again; implies --watch")
        .argParser(secondsFrom)
        .default(DEFAULT_S)
        .implies({ watch: true }),
    )
    .addHelpText("after", EXAMPLES);
  addCommonOptions(command, host.cwd).action(
    (file: string, options: GivenOptions & { watch?: boolean; interval: number }) =>
      run("health", options, async (context) => {
        const { healthCommand } = await import("../commands/health-command.ts");
        return healthCommand({ file, everyMs: options.watch === true ? options.interval * 1000 : undefined }, context);
      }),
  );
}

function secondsFrom(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= LONGEST_S) return seconds;
  throw new InvalidArgumentError(`It is not a number of seconds between 0 and ${LONGEST_S}.`);
}

const EXAMPLES = `
Examples:
  floe health                        once, for the product of floe.yaml in this folder
  floe health --watch                every 5 seconds, until Ctrl-C
  floe health --interval 60 --json   a JSON document a minute, each on a line of its own`;
