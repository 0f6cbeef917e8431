import type { ColumnLineage } from "floe-core";
import { dagsterName } from "../naming/dagster-name.ts";
import type { ColumnDependency } from "../pipes/metadata-value.ts";

/** The lineage of columns with tables as Dagster's assets. */
export function columnDependencies(
  lineage: readonly ColumnLineage[],
  keys: ReadonlyMap<string, string>,
): Readonly<Record<string, readonly ColumnDependency[]>> {
  const keyOf = assetKeys(keys);
  return Object.fromEntries(
    lineage.map(({ column, inputs }) => {
      // Two ways into a column are one dependency for Dagster.
      const found = new Map(inputs.map((input) => [JSON.stringify([keyOf(input.table), input.column.toLowerCase()]), input]));
      return [column, [...found.values()].map((input) => ({ asset_key: keyOf(input.table), column_name: input.column }))];
    }),
  );
}

/** A transform's table is its asset, whatever its schema and case; any other is named by the rule for names. */
function assetKeys(keys: ReadonlyMap<string, string>): (table: string) => string {
  const known = new Map([...keys].map(([transform, key]) => [transform.toLowerCase(), key]));
  return (table) => {
    const name = table.toLowerCase();
    return known.get(name) ?? known.get(name.slice(name.lastIndexOf(".") + 1)) ?? dagsterName(table);
  };
}
