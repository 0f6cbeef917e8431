import type { CliHost } from "../cli/cli-host.ts";
import type { CommonOptions } from "../cli/common-options.ts";
import type { Output } from "../output/output.ts";
import { displayPath } from "../render/render-problems.ts";
import type { HealthView } from "./health-view.ts";
import { lineHealthView } from "./line-health-view.ts";

/** A product whose health is watched. `file` is absolute. */
export interface WatchedProduct {
  readonly name: string;
  readonly file: string;
}

/** A table that is drawn anew on a terminal that can, else lines. */
export async function chooseHealthView(
  host: CliHost,
  output: Output,
  { json, cwd }: Pick<CommonOptions, "json" | "cwd">,
  { name, file }: WatchedProduct,
): Promise<HealthView> {
  const canDraw = !json && host.stdout.isTTY === true && host.env["TERM"] !== "dumb";
  if (!canDraw) return lineHealthView(output, name);
  const { liveHealthView } = await import("./live-health-view.ts");
  return liveHealthView(output, host, `${output.theme.bold(name)} ${output.theme.dim(displayPath(file, cwd))}`);
}
