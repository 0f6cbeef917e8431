import { PluginRegistry, PluginType, type FoundEntry } from "floe-core";

/** A registry that finds the plugin `duckdb` in a package, and nothing else. @param load How its module is loaded. */
export function registryWithFound(load?: FoundEntry["load"]): PluginRegistry {
  const entry: FoundEntry = {
    entryPoint: {
      key: "floe.computes:duckdb",
      type: PluginType.COMPUTE,
      name: "duckdb",
      file: "plugin.js",
      export: "default",
      dependencies: [],
      package: { name: "floe-duckdb-compute", version: "1.0.0", path: "duckdb" },
    },
    ...(load === undefined ? {} : { load }),
  };
  return new PluginRegistry({
    sources: [{ name: "table", discover: () => ({ packagesRead: 1, skipped: [], entries: [entry] }) }],
  });
}
