import { Option, type Command } from "commander";
import type { CliHost } from "../cli/cli-host.ts";
import { addCommonOptions, type GivenOptions } from "../cli/common-options.ts";
import type { RunAction } from "./run-action.ts";

/** Adds `floe plugins` and the commands below it. */
export function addPlugins(program: Command, host: CliHost, run: RunAction): void {
  const plugins = program.command("plugins").description("look at plugins");
  addList(plugins, host, run);
  addExplain(plugins, host, run);
  addGraph(plugins, host, run);
}

function addList(plugins: Command, host: CliHost, run: RunAction): void {
  const list = plugins
    .command("list")
    .description("list the installed plugins, without running any of their code")
    .addHelpText("after", LIST_EXAMPLES);
  addCommonOptions(list, host.cwd).action((options: GivenOptions) =>
    run("plugins list", options, async (context) => {
      const { pluginsListCommand } = await import("../commands/plugins-list-command.ts");
      return pluginsListCommand(context);
    }),
  );
}

function addExplain(plugins: Command, host: CliHost, run: RunAction): void {
  const explain = plugins
    .command("explain")
    .summary("say everything about a plugin or a package, a missing one too")
    .description(
      "say everything about a plugin: where it was found, why it was or was not accepted, what it needs and who needs it, " +
        "its settings, its state. Imports the plugin's code, and starts nothing",
    )
    .argument("<what>", "a plugin, a package, or a name that may be missing")
    .argument("[file]", "the platform file to ask whether it selects the plugin (default: floe.yaml, if there is one)")
    .option("--no-load", "import no code: without settings, load time and product")
    .addHelpText("after", EXPLAIN_EXAMPLES);
  addCommonOptions(explain, host.cwd).action(
    (what: string, file: string | undefined, options: GivenOptions & { readonly load: boolean }) =>
      run("plugins explain", options, async (context) => {
        const { pluginsExplainCommand } = await import("../commands/plugins-explain-command.ts");
        return pluginsExplainCommand({ what, file, load: options.load }, context);
      }),
  );
}

type Format = "text" | "mermaid" | "dot" | "json";

function addGraph(plugins: Command, host: CliHost, run: RunAction): void {
  const graph = plugins
    .command("graph")
    .summary("draw what depends on what")
    .description("draw what depends on what: the installed plugins, without running any of their code, or those of a product")
    .argument("[file]", "the platform file whose plugins are drawn; it is loaded, and nothing is started")
    .addOption(
      new Option("--format <format>", "how it is drawn; json is what --json prints")
        .choices(["text", "mermaid", "dot", "json"] satisfies Format[])
        .default("text")
        .conflicts("json"),
    )
    .addHelpText("after", GRAPH_EXAMPLES);
  addCommonOptions(graph, host.cwd).action(
    (file: string | undefined, { format, ...options }: GivenOptions & { readonly format: Format }) =>
      run("plugins graph", format === "json" ? { ...options, json: true } : options, async (context) => {
        const { pluginsGraphCommand } = await import("../commands/plugins-graph-command.ts");
        return pluginsGraphCommand({ file, format: format === "json" ? "text" : format }, context);
      }),
  );
}

const LIST_EXAMPLES = `
Examples:
  floe plugins list
  floe plugins list --cwd ../other-app
  floe plugins list --json`;

const EXPLAIN_EXAMPLES = `
Examples:
  floe plugins explain duckdb                 every plugin of this name
  floe plugins explain compute/duckdb         the compute plugin of this name
  floe plugins explain floe-duckdb-compute    a package and all plugins in it
  floe plugins explain spark --no-load        what is known without importing any code

Exit codes: 0 found and accepted; 1 not found, refused, or it does not load.`;

const GRAPH_EXAMPLES = `
Examples:
  floe plugins graph                          everything that is installed
  floe plugins graph floe.yaml                the plugins of a product
  floe plugins graph --format mermaid         for a Markdown page
  floe plugins graph --format dot | dot -Tsvg > plugins.svg`;
