import { quoteIdentifier } from "../sql/quote-identifier.ts";

/** A table as a statement names it; a part that was not stated is the empty string. */
export interface TableName {
  readonly catalog: string;
  readonly schema: string;
  readonly table: string;
}

/**
 * The name as one text: `table`, `schema.table` or `catalog.schema.table`, spelled as in the statement and
 * unquoted, but for a part that itself holds a dot or a quote.
 */
export function formatTableName({ catalog, schema, table }: TableName): string {
  return [catalog, schema, table].filter((part) => part !== "").map(formatPart).join(".");
}

/**
 * Whether DuckDB reads a file for this name rather than a table: `FROM 'x.parquet'` is parsed like a quoted
 * table name, and only the ending tells them apart.
 */
export function isFileName({ catalog, schema, table }: TableName): boolean {
  return catalog === "" && schema === "" && /\.(?:parquet|csv|tsv|json|jsonl|ndjson)(?:\.gz|\.zst)?(?:\?.*)?$/i.test(table);
}

function formatPart(part: string): string {
  return /[."]/.test(part) ? quoteIdentifier(part) : part;
}
