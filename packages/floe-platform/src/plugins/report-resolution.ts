import type { PluginKey, Resolution } from "floe-core";
import type { DocumentPath } from "../document/document-path.ts";
import type { ShapeReader } from "../product/shape-reader.ts";

/** Reports dependencies between plugins that cannot be met, each where the plugin that has it is named. */
export function reportResolution(
  resolution: Resolution,
  reader: ShapeReader,
  placeOf: (key: PluginKey | undefined) => DocumentPath,
): void {
  for (const { plugin, dependency, nearest } of resolution.missing) {
    reader.report(placeOf(plugin), {
      code: "plugin_dependency",
      message: `${plugin ?? "the product"} needs ${dependency}, which is not known`,
      expected: `the plugin ${dependency}`,
      found: "nothing",
      nearest,
      remedy: "Install the package that provides it, or select a plugin of that type.",
    });
  }
  for (const { plugin, dependency, candidates } of resolution.ambiguous) {
    reader.report(placeOf(plugin), {
      code: "plugin_dependency",
      message: `${plugin} needs ${dependency}, which several plugins may be`,
      expected: "exactly one",
      found: candidates.join(", "),
      remedy: "Select one of them under plugins.",
    });
  }
  for (const { plugin, dependency, range, found } of resolution.versionConflicts) {
    reader.report(placeOf(plugin), {
      code: "plugin_dependency",
      message: `${plugin} needs ${dependency} ${range}`,
      expected: `a version in ${range}`,
      found,
      remedy: `Install a version of ${dependency} inside ${range}.`,
    });
  }
  for (const cycle of resolution.cycles) {
    reader.report(placeOf(cycle[0]), {
      code: "plugin_dependency",
      message: `plugins need each other: ${cycle.join(" -> ")}`,
      expected: "dependencies without a circle",
      found: cycle.join(" -> "),
      remedy: "Select other plugins, or mend the packages' dependencies.",
    });
  }
}
