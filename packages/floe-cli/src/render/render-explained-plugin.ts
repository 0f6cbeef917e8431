import path from "node:path";
import { FLOE_PLUGIN_API_VERSION } from "floe-core";
import type { ExplainedPlugin, ExplainedProduct } from "../explain/explanation.ts";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";
import { renderConfiguration } from "./render-configuration.ts";
import { reasonLines, renderFacts, skippedLines } from "./render-facts.ts";
import { renderOutcome } from "./render-outcome.ts";
import { displayPath } from "./render-problems.ts";

/** How an explanation is rendered. */
export interface ExplanationRendering {
  /** Paths are shown from here. */
  readonly cwd: string;
  readonly theme: ColorTheme;
}

/** Everything there is to say of one plugin. */
export function renderExplainedPlugin(
  plugin: ExplainedPlugin,
  product: ExplainedProduct | null,
  { cwd, theme }: ExplanationRendering,
): string {
  const { key, verdict, version, description, configuration } = plugin;
  const paint = verdict === "accepted" ? theme.green : theme.red;
  const head = `${theme.bold(key)}${version === null || version === "" ? "" : ` ${version}`}: ${paint(verdict)}`;
  const facts = renderFacts(
    [
      ["why", reasonLines(plugin)],
      ["found in", plugin.offers.flatMap((offer) => offerLines(offer, plugin, cwd, theme))],
      ["skipped", plugin.skipped.flatMap((entry) => skippedLines({ ...entry, file: displayPath(entry.file, cwd) }))],
      ["plugin API", apiLines(plugin, theme)],
      ["needs", needLines(plugin, theme)],
      ["needed by", dependentLines(plugin)],
      ["starts", startLines(plugin)],
      ["state", stateLines(plugin, theme)],
      ["product", productLines(plugin, product, cwd)],
    ],
    theme,
  );
  return [
    [head, ...(description === "" ? [] : [description])].join("\n"),
    facts,
    ...(configuration === null ? [] : [renderConfiguration(configuration, theme)]),
  ].join("\n\n");
}

function offerLines(
  offer: ExplainedPlugin["offers"][number],
  { offers, verdict }: ExplainedPlugin,
  cwd: string,
  theme: ColorTheme,
): readonly string[] {
  const isSettled = offers.length > 1 && verdict !== "conflict";
  const mark = !isSettled ? "" : offer.isChosen ? `: ${theme.green("chosen")} by prefer` : `: ${theme.dim("not chosen by prefer")}`;
  return [
    `${offer.package} ${offer.version}${mark}`,
    ...(offer.path === "" ? [] : [displayPath(offer.path, cwd)]),
    ...(offer.file === "" ? [] : [`${path.relative(offer.path, offer.file)}, export ${offer.export}`]),
  ];
}

function apiLines({ api, offers }: ExplainedPlugin, theme: ColorTheme): readonly string[] {
  if (api.version === null) return offers.length === 0 ? [] : ["not stated in the package.json; checked when it is loaded"];
  const fits = api.isCompatible === true ? theme.green("fits") : theme.red("does not fit");
  return [`${api.version} ${fits} the platform's ${FLOE_PLUGIN_API_VERSION}`];
}

function needLines({ dependencies, verdict, start }: ExplainedPlugin, theme: ColorTheme): readonly string[] {
  if (verdict === "conflict" || start === null) return [];
  return dependencies.length === 0 ? ["nothing"] : dependencies.map((one) => renderOutcome(one, one.plugins, theme));
}

function dependentLines({ dependents: { direct, indirect } }: ExplainedPlugin): readonly string[] {
  if (direct.length === 0) return ["nothing"];
  const through = indirect.length === 0 ? [] : [`and through them ${countOf(indirect.length, "other")}: ${indirect.join(", ")}`];
  return [`${countOf(direct.length, "plugin")}: ${direct.join(", ")}`, ...through];
}

function startLines({ start, verdict }: ExplainedPlugin): readonly string[] {
  // What cannot be loaded need not be ordered.
  if (start === null || verdict !== "accepted") return [];
  if (start.wave !== null) return [`in wave ${start.wave}`];
  const because = start.becauseOf === null ? [] : [`not at all, because of ${start.becauseOf}`];
  const cycles = start.cycles.map((path) => `not at all, because of a cycle: ${path.join(" -> ")}`);
  const own = start.status === "faulty" ? ["not at all: a dependency of its own cannot be met"] : [];
  return [...because, ...cycles, ...own];
}

function stateLines({ state, load }: ExplainedPlugin, theme: ColorTheme): readonly string[] {
  if (state === null) return [];
  if (load === null) return [state];
  const { durationMs, error } = load;
  if (error === null) return [`${state} in ${formatDuration(durationMs)}`];
  return [`${theme.red(state)} after ${formatDuration(durationMs)}`, `${error.code}: ${error.message}`, error.hint].filter(Boolean);
}

function productLines({ inProduct }: ExplainedPlugin, product: ExplainedProduct | null, cwd: string): readonly string[] {
  if (product === null) return [];
  const file = displayPath(product.file, cwd);
  switch (inProduct) {
    case null:
      return [`unknown: ${file} does not load; floe check ${file} says why`];
    case "selected":
      return [`${product.name ?? ""} (${file}) selects it`];
    case "needed":
      return [`${product.name ?? ""} (${file}) needs it for a plugin that it selects`];
    case "no":
      return [`${product.name ?? ""} (${file}) does without it`];
  }
}
