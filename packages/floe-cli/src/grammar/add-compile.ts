import type { Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe compile`. */
export function addCompile(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("compile")
    .description("print what a product compiles to, for processes that run one step each")
    .argument("[file]", "the platform file", "floe.yaml")
    .option("-o, --output <file>", "write the artifacts to this file and print its path")
    .option("--entry-point <folder>", "write what the orchestrator's engine needs into this folder and print the entry file's path")
    .addHelpText("after", EXAMPLES);
  type Given = GivenOptions & { output?: string; entryPoint?: string };
  addCommonOptions(command, host.cwd).action((file: string, options: Given) =>
    run("compile", options, async (context) => {
      const { compileCommand } = await import("../commands/compile-command.ts");
      return compileCommand({ file, output: options.output, entryPoint: options.entryPoint }, context);
    }),
  );
}

const EXAMPLES = `
Examples:
  floe compile > artifacts.json          compile floe.yaml in this folder
  floe compile --output artifacts.json   the same, never leaving half a file
  floe compile --entry-point ./dagster   write what the selected orchestrator's engine loads
  floe step artifacts.json daily         run one transform of it`;
