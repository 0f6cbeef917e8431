import { isPluginError, reasonOf, type PluginError } from "floe-core";
import { EMBEDDED_ORCHESTRATOR, type PluginSelection } from "../product/read-plugins.ts";
import type { ShapeReader } from "../product/shape-reader.ts";

/** Reports a plugin that could not be loaded, where the platform file names it. */
export function reportRefusal(selection: PluginSelection, error: unknown, reader: ShapeReader): void {
  if (isPluginError(error) && error.code === "FLOE_PLUGIN_NOT_FOUND") {
    reportNotFound(selection, error, reader);
    return;
  }
  reader.report(selection.namePath, {
    code: "plugin_refused",
    message: reasonOf(error),
    expected: "a plugin that can be loaded",
    found: selection.name,
    remedy: (isPluginError(error) && error.hint) || "Reinstall the package, or choose another plugin.",
  });
}

function reportNotFound(selection: PluginSelection, error: PluginError, reader: ShapeReader): void {
  const { name, group, namePath } = selection;
  if (selection === EMBEDDED_ORCHESTRATOR) {
    reader.report(namePath, {
      code: "plugin_not_found",
      message: `no orchestrator is selected, and the embedded one (${name}) is not installed`,
      expected: "an orchestrator",
      found: "nothing",
      remedy: "Install floe-local-orchestrator, or select another orchestrator.",
    });
    return;
  }
  const available: readonly unknown[] = "available" in error && Array.isArray(error.available) ? error.available : [];
  const nearest = "nearest" in error && typeof error.nearest === "string" ? error.nearest : undefined;
  const isSkipped = "skipped" in error && error.skipped !== undefined;
  reader.report(namePath, {
    code: "plugin_not_found",
    message: isSkipped ? error.message : `there is no plugin ${name} for ${group}`,
    expected: available.length === 0 ? `an installed plugin for ${group}` : `one of ${available.join(", ")}`,
    found: name,
    nearest,
    remedy: nearest === undefined || isSkipped ? error.hint : undefined,
  });
}
