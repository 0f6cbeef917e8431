/** A value with the type that Dagster shows it as. */
export interface MetadataValue {
  readonly type: string;
  readonly raw_value: unknown;
}

/** Values by name. */
export type Metadata = Readonly<Record<string, MetadataValue>>;

/** A column that another one was made from. */
export interface ColumnDependency {
  readonly asset_key: string;
  readonly column_name: string;
}

/** A whole number. */
export function intValue(value: number): MetadataValue {
  return { type: "int", raw_value: value };
}

/** A text. */
export function textValue(value: string): MetadataValue {
  return { type: "text", raw_value: value };
}

/** The columns of a table, for `dagster/column_schema`. */
export function tableSchemaValue(columns: readonly { readonly name: string; readonly type: string }[]): MetadataValue {
  return { type: "table_schema", raw_value: { columns: columns.map(({ name, type }) => ({ name, type })) } };
}

/** What each column was made from, for `dagster/column_lineage`. */
export function columnLineageValue(dependencies: Readonly<Record<string, readonly ColumnDependency[]>>): MetadataValue {
  return { type: "table_column_lineage", raw_value: { deps_by_column: dependencies } };
}
