import { Command } from "commander";
import type { CliHost } from "./cli-host.ts";
import { addCommonOptions, type GivenOptions } from "./common-options.ts";
import type { ExitCode } from "./exit-code.ts";
import type { CommandContext } from "../commands/command-context.ts";

/** Runs a command with the common options that were given; `name` is the command's, as typed. */
export type RunAction = (
  name: string,
  given: GivenOptions,
  action: (context: CommandContext) => Promise<ExitCode>,
) => Promise<void>;

/** The command line's grammar. Commands are imported when they are run, so that help is there at once. */
export function makeProgram(host: CliHost, version: string, run: RunAction): Command {
  const program = new Command("floe")
    .description("Runs and inspects data products.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => host.stdout.columns ?? 80,
      getErrHelpWidth: () => host.stderr.columns ?? 80,
    })
    .showSuggestionAfterError(true)
    .addHelpText("after", EXIT_CODES);
  addRun(program, host, run);
  addPlugins(program, host, run);
  return program;
}

function addRun(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("run")
    .description("run a data product: start its plugins, run its transforms, stop the plugins")
    .argument("[file]", "the platform file", "floe.yaml")
    .option("-s, --select <names...>", "run only these transforms")
    .addHelpText("after", RUN_EXAMPLES);
  addCommonOptions(command, host.cwd).action((file: string, options: GivenOptions & { select?: string[] }) =>
    run("run", options, async (context) => {
      const { runCommand } = await import("../commands/run-command.ts");
      return runCommand({ file, select: options.select }, context);
    }),
  );
}

function addPlugins(program: Command, host: CliHost, run: RunAction): void {
  const plugins = program.command("plugins").description("look at plugins");
  const list = plugins
    .command("list")
    .description("list the installed plugins, without running any of their code")
    .addHelpText("after", LIST_EXAMPLES);
  addCommonOptions(list, host.cwd).action((options: GivenOptions) =>
    run("plugins list", options, async (context) => {
      const { pluginsListCommand } = await import("../commands/plugins-list-command.ts");
      return pluginsListCommand(context);
    }),
  );
}

const EXIT_CODES = `
Exit codes:
  0  fine
  1  a check or a run failed
  2  wrong usage
  3  the platform file is missing or invalid
  130, 143  interrupted by SIGINT, SIGTERM`;

const RUN_EXAMPLES = `
Examples:
  floe run                          run the product of floe.yaml in this folder
  floe run products/flights.yaml    run another one
  floe run --select daily routes    run two of its transforms
  floe run --json > run.json        keep the result for a program`;

const LIST_EXAMPLES = `
Examples:
  floe plugins list
  floe plugins list --cwd ../other-app
  floe plugins list --json`;
