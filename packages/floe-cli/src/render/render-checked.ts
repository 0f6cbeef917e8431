import type { CheckedProduct } from "../json/check-document.ts";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf } from "./format-count.ts";

/** What a check that found nothing wrong went through, in one line. */
export function renderChecked(product: CheckedProduct, file: string, theme: ColorTheme): string {
  const { name, plugins, sources, transforms, schedule } = product;
  const when = schedule === null ? "no schedule" : `schedule ${schedule.cron} (${schedule.timezone})`;
  const counts = [countOf(plugins.length, "plugin"), countOf(sources.length, "source"), countOf(transforms.length, "transform")];
  return `${theme.bold(name)} ${theme.dim(file)} ${theme.green("is valid")}: ${[...counts, when].join(", ")}`;
}
