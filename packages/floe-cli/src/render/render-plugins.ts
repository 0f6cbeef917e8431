import { FLOE_PLUGIN_API_VERSION, isCompatible, type PluginInfo } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";
import { renderTable } from "./render-table.ts";

/** The plugins of a product: which, in what version, from which package. */
export function renderProductPlugins(plugins: readonly PluginInfo[], theme: ColorTheme): string {
  return renderTable(
    [{ title: "PLUGIN" }, { title: "VERSION" }, { title: "PACKAGE" }],
    plugins.map(({ key, version, package: from }) => [key, version, from?.name ?? "(registered)"]),
    theme,
  );
}

/** All installed plugins, with the plugin API each was built for. */
export function renderInstalledPlugins(plugins: readonly PluginInfo[], theme: ColorTheme): string {
  const description = plugins.some((plugin) => plugin.description !== "") ? [{ title: "DESCRIPTION" }] : [];
  return renderTable(
    [{ title: "PLUGIN" }, { title: "VERSION" }, { title: "API" }, { title: "PACKAGE" }, ...description],
    plugins.map((plugin) => [
      plugin.key,
      plugin.version,
      apiText(plugin.apiVersion, theme),
      packageText(plugin, theme),
      ...description.map(() => plugin.description),
    ]),
    theme,
  );
}

function apiText(apiVersion: string | undefined, theme: ColorTheme): string {
  if (apiVersion === undefined) return theme.dim("not stated");
  return isCompatible(apiVersion, FLOE_PLUGIN_API_VERSION) ? apiVersion : theme.red(`${apiVersion} (incompatible)`);
}

function packageText({ package: from, conflict }: PluginInfo, theme: ColorTheme): string {
  if (conflict === undefined) return from?.name ?? "(registered)";
  return theme.red(`${conflict.map(({ name }) => name).join(" or ")} (conflict)`);
}
