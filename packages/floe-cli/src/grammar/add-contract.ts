import { Option, type Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe contract`. */
export function addContract(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("contract")
    .summary("try everything that a plugin package promises, as who installs it meets it")
    .description(
      "try everything that a plugin package promises, as who installs it meets it: packs it, installs it into an empty " +
        "application beside what it declares, and tries each plugin in a process of its own. Needs floe-testing, no network " +
        "and at most 25 seconds; builds nothing",
    )
    .argument("[dir]", "the folder of the plugin's package", ".")
    .option("--junit <file>", "write the report to this file, as JUnit XML")
    .addOption(
      new Option("--github", "annotate what is broken for GitHub (by itself when GITHUB_ACTIONS is true)").conflicts("json"),
    )
    .addHelpText("after", EXAMPLES);
  addCommonOptions(command, host.cwd).action(
    (dir: string, options: GivenOptions & { readonly junit?: string; readonly github?: boolean }) =>
      run("contract", options, async (context) => {
        const { contractCommand } = await import("../commands/contract-command.ts");
        return contractCommand({ dir, junit: options.junit, github: options.github ?? false }, context);
      }),
  );
}

const EXAMPLES = `
Examples:
  floe contract                           the package in this folder, after its build
  floe contract plugins/my-engine         another one
  floe contract --junit reports/floe.xml  with a report for CI
  floe contract --json                    every clause as data

Exit codes: 0 every clause is kept or skipped; 1 one is broken; 2 there is no plugin package to try, or no floe-testing.`;
