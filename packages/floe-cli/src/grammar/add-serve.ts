import type { Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe serve`. */
export function addServe(program: Command, host: CliHost, run: RunAction): void {
  const command = program
    .command("serve")
    .description("stay up and run a data product whenever its schedule says so")
    .argument("[file]", "the platform file", "floe.yaml")
    .addHelpText("after", EXAMPLES);
  addCommonOptions(command, host.cwd).action((file: string, options: GivenOptions) =>
    run("serve", options, async (context) => {
      const { serveCommand } = await import("../commands/serve-command.ts");
      return serveCommand({ file }, context);
    }),
  );
}

const EXAMPLES = `
Examples:
  floe serve                          the product of floe.yaml in this folder, until Ctrl-C
  floe serve products/flights.yaml    another one
  floe serve --verbose                with a line for every step
  floe serve --json >> serve.log      a JSON document for everything that happens, each on a line of its own`;
