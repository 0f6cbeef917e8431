import type { DuckDBConfig } from "../config/duckdb-config.ts";
import { revealed } from "../config/revealed.ts";
import { isOpeningSetting } from "../config/setting-names.ts";

/** The options DuckDB opens a database with. They are handed over as data: nothing here becomes SQL. */
export function openOptions(config: DuckDBConfig): Record<string, string> {
  const opening = Object.entries(config.settings)
    .filter(([name]) => isOpeningSetting(name))
    .map(([name, value]) => [name.toLowerCase(), String(revealed(value))] as const);
  return {
    threads: String(config.threads),
    memory_limit: config.memoryLimit.trim(),
    // A statement that happens to need an extension must not download one.
    autoinstall_known_extensions: "false",
    errors_as_json: "true",
    ...(config.readOnly ? { access_mode: "READ_ONLY" } : {}),
    ...Object.fromEntries(opening),
  };
}
