import { PluginError } from "floe-core";
import { formatPosition } from "./format-position.ts";
import type { PlatformProblem } from "./platform-problem.ts";

/** A platform file is missing or invalid. Everything wrong with it is listed; nothing was started. */
export class PlatformFileError extends PluginError {
  /** The platform file, absolute; undefined for an object that code passed. */
  readonly file: string | undefined;
  /** At least one; those of the platform file first, then by file, line and column. */
  readonly problems: readonly PlatformProblem[];

  constructor(file: string | undefined, problems: readonly PlatformProblem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const lines = problems.map((problem) => `\n  ${placed(problem)}${problem.message}`);
    super("FLOE_PLATFORM_INVALID", `Cannot load platform ${file ?? "object"}: ${count}${lines.join("")}`, {
      hint: problems[0]?.remedy ?? "",
    });
    this.file = file;
    this.problems = Object.freeze(problems.map((problem) => Object.freeze({ ...problem })));
  }
}

function placed(problem: PlatformProblem): string {
  const place = formatPosition(problem) || problem.path;
  return place === "" ? "" : `${place}: `;
}
