import type { Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe schema`. */
export function addSchema(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("schema")
    .description("print the JSON Schema of floe.yaml, made from the plugins that are installed here")
    .option("-o, --output <file>", "write the schema to this file and print its path")
    .addHelpText("after", EXAMPLES);
  addCommonOptions(command, host.cwd).action((options: GivenOptions & { output?: string }) =>
    run("schema", options, async (context) => {
      const { schemaCommand } = await import("../commands/schema-command.ts");
      return schemaCommand({ output: options.output }, context);
    }),
  );
}

const EXAMPLES = `
Examples:
  floe schema --output floe.schema.json
      and as the first line of floe.yaml, for editors:
      # yaml-language-server: $schema=./floe.schema.json
  floe schema --json    with the plugins whose configuration it does not describe`;
