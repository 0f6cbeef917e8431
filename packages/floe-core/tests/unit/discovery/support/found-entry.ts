import { createEntryPoint } from "../../../../src/discovery/create-entry-point.ts";
import type { FoundEntry } from "../../../../src/discovery/discovery-source.ts";
import type { EntryPoint } from "../../../../src/discovery/entry-point.ts";

/** An entry `floe.computes:<plugin>` of `package@version` in `/<folder>`. */
export function foundEntry(
  spec: string,
  folder: string = spec,
  more: Partial<Omit<EntryPoint, "key" | "package">> = {},
): FoundEntry {
  const [name = "", version = "1.0.0"] = spec.split("@");
  return {
    entryPoint: createEntryPoint({
      type: "floe.computes",
      name: "duckdb",
      file: `/${folder}/plugin.js`,
      export: "Plugin",
      dependencies: [],
      ...more,
      package: { name, version, path: `/${folder}` },
    }),
  };
}
