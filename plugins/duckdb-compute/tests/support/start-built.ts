import { DuckDBComputePlugin } from "floe-duckdb-compute";
import { onTestFinished } from "vitest";

/** The plugin as its package exports it, configured and active; shut down when the test is over. */
export function startBuilt(input: Readonly<Record<string, unknown>>): DuckDBComputePlugin {
  const plugin = new DuckDBComputePlugin();
  const result = plugin.getConfigSchema().safeParse({ threads: 2, memoryLimit: "512MB", ...input });
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join("; "));
  plugin.configure(result.data);
  plugin.startup();
  onTestFinished(() => plugin.shutdown());
  return plugin;
}
