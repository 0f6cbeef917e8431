import { Command } from "commander";
import { addCheck } from "../grammar/add-check.ts";
import { addCompile } from "../grammar/add-compile.ts";
import { addCompletion } from "../grammar/add-completion.ts";
import { addContract } from "../grammar/add-contract.ts";
import { addHealth } from "../grammar/add-health.ts";
import { addPlugins } from "../grammar/add-plugins.ts";
import { addRun } from "../grammar/add-run.ts";
import { addSchema } from "../grammar/add-schema.ts";
import { addServe } from "../grammar/add-serve.ts";
import { addStep } from "../grammar/add-step.ts";
import type { RunAction } from "../grammar/run-action.ts";
import { escapeControls } from "../output/escape-controls.ts";
import type { CliHost } from "./cli-host.ts";

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
      // It repeats what was typed, which may come out of a file.
      writeErr: (text) => host.stderr.write(escapeControls(text)),
      getOutHelpWidth: () => host.stdout.columns ?? 80,
      getErrHelpWidth: () => host.stderr.columns ?? 80,
    })
    .showSuggestionAfterError(true)
    .addHelpText("after", EXIT_CODES);
  addRun(program, host, run);
  addServe(program, host, run);
  addCheck(program, host, run);
  addPlugins(program, host, run);
  addHealth(program, host, run);
  addCompile(program, host, run);
  addSchema(program, host, run);
  addStep(program, host, run);
  addContract(program, host, run);
  addCompletion(program, host, run);
  return program;
}

const EXIT_CODES = `
Exit codes:
  0  fine
  1  a check or a run failed
  2  wrong usage
  3  the platform file is missing or invalid
  130, 143  interrupted by SIGINT, SIGTERM`;
