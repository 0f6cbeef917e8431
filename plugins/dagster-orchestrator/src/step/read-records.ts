import type { PipesLogLevel } from "../pipes/pipes-message.ts";

/** What belongs together of what a process prints. */
export interface LogRecord {
  readonly level: PipesLogLevel;
  /** Without the mark of its level. */
  readonly message: string;
  /** As it was printed, with its line feeds. */
  readonly text: string;
}

/** How floe marks a line. */
const MARK = /^(debug|info|warn|error): /;

const LEVELS: Readonly<Record<string, PipesLogLevel>> = { debug: "DEBUG", info: "INFO", warn: "WARNING", error: "ERROR" };

/**
 * Makes records of a text as it arrives, piece by piece. A marked line begins one; lines without a mark belong to the one
 * before if they arrive with it, for floe writes what belongs together at once.
 */
export async function* readRecords(pieces: AsyncIterable<string>): AsyncGenerator<LogRecord> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = `${rest}${piece}`.split("\n");
    rest = lines.pop() ?? "";
    yield* recordsOf(lines);
  }
  if (rest !== "") yield* recordsOf([rest]);
}

function recordsOf(lines: readonly string[]): readonly LogRecord[] {
  const groups: string[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    if (current === undefined || MARK.test(line)) groups.push([line]);
    else current.push(line);
  }
  return groups.map((group) => {
    const printed = group.join("\n");
    const level = LEVELS[MARK.exec(printed)?.[1] ?? "info"] ?? "INFO";
    return { level, message: printed.replace(MARK, "").trimEnd(), text: `${printed}\n` };
  });
}
