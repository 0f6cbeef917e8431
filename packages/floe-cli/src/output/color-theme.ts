import pc from "picocolors";
import type { OutputStream } from "../cli/cli-host.ts";

/** Paints text, or leaves it as it is. */
export type ColorTheme = ReturnType<typeof pc.createColors>;

/** Text without colours. */
export const plainTheme: ColorTheme = pc.createColors(false);

/**
 * Colours for one stream: on a terminal, unless `--no-color`, NO_COLOR or TERM=dumb forbid them. FORCE_COLOR
 * turns them on elsewhere.
 */
export function colorThemeFor(
  stream: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
  color: boolean,
): ColorTheme {
  return pc.createColors(color && isWanted(stream, env));
}

function isWanted(stream: OutputStream, env: Readonly<Record<string, string | undefined>>): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
