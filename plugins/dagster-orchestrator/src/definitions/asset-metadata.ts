import type { TransformConfig } from "floe-core";
import type { DagsterMetadataValue } from "./dagster-document.ts";

/** In characters. Dagster keeps the metadata with every version of the asset, and its pages show all of it. */
const LONGEST_SQL = 10_000;

/** What Dagster shows of a transform beside its results. */
export function assetMetadata({ name, path, sql, meta }: TransformConfig): Readonly<Record<string, DagsterMetadataValue>> {
  const { dagster: _, description, ...others } = meta;
  const shown = typeof description === "string" || description === undefined ? others : { ...others, description };
  return {
    "floe/transform": { type: "text", value: name },
    ...(path === undefined ? {} : { "floe/path": { type: "path", value: path } }),
    "floe/sql": { type: "md", value: sqlBlock(sql) },
    ...(Object.keys(shown).length === 0 ? {} : { "floe/meta": { type: "json", value: shown } }),
  };
}

function sqlBlock(sql: string): string {
  const cut = sql.length > LONGEST_SQL ? `${sql.slice(0, LONGEST_SQL)}\n-- … ${sql.length - LONGEST_SQL} more characters` : sql;
  // Longer than any run in the SQL, which may hold Markdown of its own.
  const longest = Math.max(2, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}sql\n${cut.trim()}\n${fence}`;
}
