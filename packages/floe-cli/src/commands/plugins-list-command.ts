import { PluginRegistry } from "floe-core";
import { ExitCode } from "../cli/exit-code.ts";
import { pluginsDocument } from "../json/plugins-document.ts";
import { renderDiscoveryNotes } from "../render/render-discovery-notes.ts";
import { renderInstalledPlugins } from "../render/render-plugins.ts";
import type { CommandContext } from "./command-context.ts";

/** `floe plugins list`: what is installed. Imports no plugin. */
export async function pluginsListCommand({ options, output, logger }: CommandContext): Promise<ExitCode> {
  // What discovery would log is in its report, which is printed below.
  const registry = new PluginRegistry({ cwd: options.cwd, ...(options.verbose ? { logger } : {}) });
  const report = registry.discoverAll();
  const plugins = registry.list();
  output.json(pluginsDocument(plugins, report));
  if (plugins.length > 0) output.result(renderInstalledPlugins(plugins, output.theme));
  else output.note("No plugins are installed here. Install a package that brings one, for example floe-duckdb-compute.");
  const notes = renderDiscoveryNotes(report, output.errorTheme);
  if (notes !== "") output.note(notes);
  return ExitCode.OK;
}
