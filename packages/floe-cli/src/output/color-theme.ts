import type { OutputStream } from "../cli/cli-host.ts";
import { colorMark } from "./color-mark.ts";

/** Paints a text, or leaves it as it is. */
export type Painter = (text: string) => string;

/** How text looks on one stream. What it paints becomes colour where an `Output` writes it. */
export interface ColorTheme {
  readonly bold: Painter;
  readonly dim: Painter;
  readonly red: Painter;
  readonly green: Painter;
  readonly yellow: Painter;
  readonly blue: Painter;
  readonly cyan: Painter;
  /** The columns that a line has; undefined where nobody counts them, as in a file. */
  readonly columns: number | undefined;
}

/** Text without colours, as wide as it gets. */
export const plainTheme: ColorTheme = themeOf(false, () => undefined);

/**
 * The look of one stream: colours on a terminal, unless `--no-color`, NO_COLOR or TERM=dumb forbid them;
 * FORCE_COLOR turns them on elsewhere. Lines as wide as the terminal is at the time.
 */
export function colorThemeFor(
  stream: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
  color: boolean,
): ColorTheme {
  // A terminal that does not know its width says 0.
  return themeOf(color && isWanted(stream, env), () => (stream.isTTY === true ? stream.columns || undefined : undefined));
}

function themeOf(isColored: boolean, columns: () => number | undefined): ColorTheme {
  const painter = (open: number, close: number): Painter => (isColored ? paint(open, close) : (text) => text);
  return {
    bold: painter(1, 22),
    dim: painter(2, 22),
    red: painter(31, 39),
    green: painter(32, 39),
    yellow: painter(33, 39),
    blue: painter(34, 39),
    cyan: painter(36, 39),
    get columns() {
      return columns();
    },
  };
}

function paint(open: number, close: number): Painter {
  const [start, end] = [colorMark(open), colorMark(close)];
  // What is painted inside must not end what is around it.
  return (text) => `${start}${text.replaceAll(end, `${end}${start}`)}${end}`;
}

function isWanted(stream: OutputStream, env: Readonly<Record<string, string | undefined>>): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
