import type { ExitCode } from "../cli/exit-code.ts";
import type { GivenOptions } from "../cli/common-options.ts";
import type { CommandContext } from "../commands/command-context.ts";

/** Runs a command with the common options that were given; `name` is the command's, as typed. */
export type RunAction = (
  name: string,
  given: GivenOptions,
  action: (context: CommandContext) => Promise<ExitCode>,
) => Promise<void>;
