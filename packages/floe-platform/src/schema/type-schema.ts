import type { DescribedPlugin } from "./describe-plugins.ts";
import type { JsonSchema } from "./json-schema.ts";

const DESCRIPTIONS: ReadonlyMap<string, string> = new Map([
  ["compute", "Where SQL runs."],
  ["orchestrator", "What runs the product. Default: local, the embedded one."],
  ["catalog", "The Iceberg catalog."],
  ["storage", "The object store of table data."],
  ["telemetryBackend", "Where OTLP telemetry goes."],
  ["lineageBackend", "Where OpenLineage events go."],
  ["dbt", "How dbt is executed."],
  ["semanticLayer", "The interface for business intelligence."],
  ["ingestion", "How data is loaded."],
  ["secrets", "Where ${secret:key} is read from."],
  ["identity", "How users are authenticated."],
]);

/**
 * The schema of one key under `plugins`: one choice, or a list of them.
 *
 * @param choice The schema of one choice.
 */
export function typeSchema(typeKey: string, plugins: readonly DescribedPlugin[], choice: JsonSchema): JsonSchema {
  const names = plugins.map(({ name }) => name);
  const installed = names.length === 0 ? "No such plugin is installed." : `Installed: ${names.join(", ")}.`;
  return {
    description: `${DESCRIPTIONS.get(typeKey) ?? "A type of the platform's own."} ${installed}`,
    anyOf: [choice, { type: "array", items: choice, uniqueItems: true }],
  };
}
