import type { ConfigSchema } from "floe-core";
import { configSchema, type DuckDBConfig } from "../../src/config/duckdb-config.ts";

/** A configuration as the registry would make it of `input`. */
export function configOf(input: Readonly<Record<string, unknown>> = {}): DuckDBConfig {
  const result = configSchema.safeParse({ threads: 2, memoryLimit: "1GB", ...input });
  if (result.success) return result.data;
  throw new Error(result.error.issues.map(({ message }) => message).join("; "));
}

/** `path: message` of every issue that `schema` has with `input`, joined; the empty string if none. */
export function issuesOf(input: unknown, schema: ConfigSchema = configSchema): string {
  const result = schema.safeParse(input);
  return result.success ? "" : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}
