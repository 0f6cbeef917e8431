import type { Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import { readSelection } from "./read-selection.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe run`. */
export function addRun(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("run")
    .description("run a data product: start its plugins, run its transforms, stop the plugins")
    .argument("[file]", "the platform file (default: floe.yaml)")
    .option("-s, --select <selectors...>", "run only these transforms: name, +name, name+, tag:name")
    .option("--report <file>", "write how the plugins started to this file, as JSON")
    .addHelpText("after", EXAMPLES);
  type Options = GivenOptions & { select?: string[]; report?: string };
  addCommonOptions(command, host.cwd).action((file: string | undefined, options: Options) =>
    run("run", options, async (context) => {
      const { runCommand } = await import("../commands/run-command.ts");
      const given = readSelection(options.select);
      return runCommand({ file: file ?? given.file ?? "floe.yaml", select: given.select, report: options.report }, context);
    }),
  );
}

const EXAMPLES = `
Examples:
  floe run                          run the product of floe.yaml in this folder
  floe run products/flights.yaml    run another one
  floe run --select daily,routes    run two of its transforms
  floe run --select +daily          run one and everything it needs
  floe run --select tag:nightly+    run what has a tag and everything that needs it
  floe run --report start.json      keep how the plugins started
  floe run --json > run.json        keep the result for a program`;
