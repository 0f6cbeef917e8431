import { PluginRegistry } from "floe-core";
import { ExitCode } from "../cli/exit-code.ts";
import { graphView, type GraphView } from "../graph/graph-view.ts";
import { pluginsGraphDocument, type DrawnProduct } from "../json/plugins-graph-document.ts";
import type { ColorTheme } from "../output/color-theme.ts";
import { renderGraphDot } from "../render/render-graph-dot.ts";
import { renderGraphMermaid } from "../render/render-graph-mermaid.ts";
import { renderGraphText } from "../render/render-graph-text.ts";
import type { CommandContext } from "./command-context.ts";
import { openPlatform } from "./open-platform.ts";

/** The arguments of `floe plugins graph`. JSON is one of the common options. */
export interface PluginsGraphArguments {
  /** The platform file; undefined draws everything that is installed. */
  readonly file: string | undefined;
  readonly format: "text" | "mermaid" | "dot";
}

/**
 * `floe plugins graph`: what depends on what. It is a picture, and ends with 0 whatever is wrong in it. Starts
 * nothing; without a file it imports nothing either.
 *
 * @throws PlatformFileError for a platform file that is missing or invalid.
 */
export async function pluginsGraphCommand(args: PluginsGraphArguments, context: CommandContext): Promise<ExitCode> {
  const { output } = context;
  const { view, product } = args.file === undefined ? installed(context) : await productOf(args.file, context);
  output.json(pluginsGraphDocument(view, product));
  if (view.nodes.length > 0 || args.format !== "text") output.result(draw(view, args.format, output.theme));
  else output.note("There are no plugins here to draw.");
  return ExitCode.OK;
}

interface Drawing {
  readonly view: GraphView;
  readonly product: DrawnProduct | null;
}

function installed({ options, logger }: CommandContext): Drawing {
  const registry = new PluginRegistry({ cwd: options.cwd, ...(options.verbose ? { logger } : {}) });
  registry.discoverAll();
  return { view: graphView(registry.graph(), registry.list()), product: null };
}

async function productOf(file: string, context: CommandContext): Promise<Drawing> {
  await using platform = await openPlatform(file, context);
  const product = { name: platform.name, file: platform.file ?? file };
  return { view: graphView(platform.graph(), platform.plugins), product };
}

function draw(view: GraphView, format: PluginsGraphArguments["format"], theme: ColorTheme): string {
  switch (format) {
    case "text":
      return renderGraphText(view, theme);
    case "mermaid":
      return renderGraphMermaid(view);
    case "dot":
      return renderGraphDot(view);
  }
}
