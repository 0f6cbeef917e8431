import type { ExplainedPackage, Explanation } from "../explain/explanation.ts";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";
import { renderExplainedPlugin, type ExplanationRendering } from "./render-explained-plugin.ts";
import { reasonLines, renderFacts, skippedLines } from "./render-facts.ts";
import { displayPath } from "./render-problems.ts";

/** The answer to a question about plugins, and how long finding it took. */
export function renderExplanation(explanation: Explanation, rendering: ExplanationRendering): string {
  const { plugins, package: asked, product, discovery } = explanation;
  const { theme } = rendering;
  const blocks = [
    ...(asked === null ? [] : [renderExplainedPackage(asked, rendering)]),
    ...plugins.map((plugin) => renderExplainedPlugin(plugin, product, rendering)),
    ...(asked === null && plugins.length === 0 ? [renderNotFound(explanation, theme)] : []),
  ];
  const took = `discovery: ${countOf(discovery.packagesRead, "package.json file")} read in ${formatDuration(discovery.durationMs)}`;
  return [...blocks, theme.dim(took)].join("\n\n");
}

function renderExplainedPackage(asked: ExplainedPackage, { cwd, theme }: ExplanationRendering): string {
  const { name, verdict, version, path, declaredIn } = asked;
  const paint = verdict === "accepted" ? theme.green : theme.red;
  const head = `package ${theme.bold(name)}${version === null ? "" : ` ${version}`}: ${paint(verdict.replaceAll("_", " "))}`;
  const facts = renderFacts(
    [
      ["why", reasonLines(asked)],
      ["found in", path === null ? [] : [displayPath(path, cwd)]],
      ["declared", [declaredIn === null ? "not by the application itself" : `in the application's ${declaredIn}`]],
      ["skipped", asked.skipped.flatMap((entry) => skippedLines({ ...entry, file: displayPath(entry.file, cwd) }))],
    ],
    theme,
  );
  return `${head}\n\n${facts}`;
}

function renderNotFound({ query, nearest, neededBy }: Explanation, theme: ColorTheme): string {
  const hint = nearest.length === 0 ? "floe plugins list shows what is." : `Did you mean ${nearest.join(" or ")}?`;
  return [
    `${theme.bold(query)}: ${theme.red("not found")}`,
    `No plugin and no package of this name is installed. ${hint}`,
    ...(neededBy.length === 0 ? [] : [`${neededBy.join(", ")} ${neededBy.length === 1 ? "needs" : "need"} it.`]),
  ].join("\n");
}
