import { CommanderError } from "commander";
import type { RunAction } from "../grammar/run-action.ts";
import { Output } from "../output/output.ts";
import { outputLogger } from "../output/output-logger.ts";
import { renderUncaught } from "../render/render-uncaught.ts";
import type { CliHost } from "./cli-host.ts";
import { withDefaults } from "./common-options.ts";
import { ExitCode } from "./exit-code.ts";
import { Interruption } from "./interruption.ts";
import { makeProgram } from "./make-program.ts";
import { readVersion } from "../read-version.ts";

/**
 * Runs the command line. Resolves with what the process has to end with; never rejects. Ending the process
 * is left to the caller.
 *
 * @param args Without the names of the executable and the script.
 */
export async function runCli(args: readonly string[], host: CliHost): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.OK;
  const run: RunAction = async (name, given, action) => {
    const options = withDefaults(given, host.cwd);
    const output = new Output(host, options);
    const interruption = new Interruption(host, {
      onSignal: (signal) => output.note(`${output.errorTheme.yellow(signal)}: stopping; once more ends at once`),
      onFailure: (error, isLast) => {
        // Whatever redraws itself holds lines back, and would not come to write the last one.
        if (isLast) output.redirect(undefined);
        output.failure(renderUncaught(error, { verbose: options.verbose, theme: output.errorTheme }));
      },
    });
    try {
      exitCode = await action({
        host,
        options,
        output,
        logger: outputLogger(output, options),
        signal: interruption.signal,
      });
    } catch (error) {
      // Imported only now: it brings floe-platform along, which help has no use for.
      const { reportError } = await import("./report-error.ts");
      const isTold = error === interruption.signal.reason;
      exitCode = reportError(isTold ? interruption.cause : error, { name, options, output, isTold });
    } finally {
      interruption.release();
    }
    exitCode = interruption.exitCode ?? exitCode;
  };
  try {
    await makeProgram(host, readVersion(), run).parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed what was wrong, or the help that was asked for.
    if (error.exitCode === 0) return ExitCode.OK;
    if (args.includes("--json")) await printUsageError(args, error, host);
    return ExitCode.USAGE;
  }
  return exitCode;
}

/** Whoever asked for JSON gets it, though no command came to read the switch. */
async function printUsageError(args: readonly string[], { message }: CommanderError, host: CliHost): Promise<void> {
  const [{ errorDocument }, { UsageError }] = await Promise.all([import("../json/json-document.ts"), import("./usage-error.ts")]);
  const command = args.find((argument) => !argument.startsWith("-")) ?? "";
  const output = new Output(host, { json: true, quiet: false, color: false });
  output.json(errorDocument(command, new UsageError(message)));
}
