import type { CliHost } from "../cli/cli-host.ts";
import type { CommonOptions } from "../cli/common-options.ts";
import type { Output } from "../output/output.ts";
import { lineProgress } from "./line-progress.ts";
import type { RunProgress } from "./run-progress.ts";

/** A bar on a terminal that can draw one, else lines; with `--quiet`, neither is heard of. */
export async function chooseProgress(
  host: CliHost,
  output: Output,
  { quiet }: Pick<CommonOptions, "quiet">,
): Promise<RunProgress> {
  const canDraw = host.stderr.isTTY === true && host.env["TERM"] !== "dumb" && (host.env["CI"] ?? "") === "";
  if (quiet || !canDraw) return lineProgress(output);
  const { barProgress } = await import("./bar-progress.ts");
  return barProgress(output, host.stderr);
}
