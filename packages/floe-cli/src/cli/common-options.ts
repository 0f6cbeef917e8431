import { statSync } from "node:fs";
import path from "node:path";
import { InvalidArgumentError, Option, type Command } from "commander";

/** What every command takes. */
export interface CommonOptions {
  readonly json: boolean;
  /** Absolute. */
  readonly cwd: string;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

/** The common options as commander hands them over: switches that were not given are not there. */
export type GivenOptions = Partial<CommonOptions>;

/** Adds the options that every command takes. @param cwd Where the process was started. */
export function addCommonOptions(command: Command, cwd: string): Command {
  return command
    .addOption(new Option("--cwd <folder>", "work as if started in this folder").argParser(folderFrom(cwd)).default(cwd, "."))
    .option("--json", "print JSON instead of text")
    .addOption(new Option("-q, --quiet", "print results and errors only").conflicts("verbose"))
    .option("-v, --verbose", "print logs of every level, and stack traces")
    .option("--no-color", "print without colours (as does NO_COLOR)");
}

/** All common options, with the defaults for those that were not given. */
export function withDefaults(given: GivenOptions, cwd: string): CommonOptions {
  const { json = false, quiet = false, verbose = false, color = true } = given;
  return { json, quiet, verbose, color, cwd: given.cwd ?? cwd };
}

function folderFrom(cwd: string): (folder: string) => string {
  return (folder) => {
    const resolved = path.resolve(cwd, folder);
    if (statSync(resolved, { throwIfNoEntry: false })?.isDirectory() === true) return resolved;
    throw new InvalidArgumentError("It is not a folder.");
  };
}
