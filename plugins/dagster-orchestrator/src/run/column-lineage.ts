import type { ColumnLineage, CompiledArtifacts } from "floe-core";
import type { DagsterDocument } from "../definitions/dagster-document.ts";
import type { ColumnDeps } from "../graphql/dagster-event.ts";
import { dagsterName } from "../naming/dagster-name.ts";

/** The names of transforms and sources by what Dagster's column lineage calls them. */
export function tableNames({ assets }: Pick<DagsterDocument, "assets">, { sources }: Pick<CompiledArtifacts, "sources">): ReadonlyMap<string, string> {
  return new Map([
    ...sources.map(({ name }) => [dagsterName(name), name] as const),
    ...assets.map(({ key, transform }) => [key, transform] as const),
  ]);
}

/**
 * Dagster's column lineage in floe's words. Dagster does not say how an input goes into a column, so that each counts
 * as a transformation: the one that promises least.
 */
export function columnLineage(columns: readonly ColumnDeps[], names: ReadonlyMap<string, string>): readonly ColumnLineage[] {
  return columns.map(({ column, deps }) => ({
    column,
    inputs: deps
      .map((dep) => {
        const key = dep.assetKey.join("/");
        return { table: names.get(key) ?? dep.assetKey.join("."), column: dep.column, transformation: "TRANSFORMATION" as const };
      })
      .sort((a, b) => compare(a.table, b.table) || compare(a.column, b.column)),
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
