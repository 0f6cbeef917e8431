import { quoteIdentifier } from "../sql/quote-identifier.ts";
import { textOf, type SyntaxNode } from "./syntax-node.ts";

/** A table as a statement names it; a part that was not stated is the empty string. */
export interface TableName {
  readonly catalog: string;
  readonly schema: string;
  readonly table: string;
}

/** The name in a node of FROM; undefined for a node that names no table. */
export function tableNameOf(node: SyntaxNode): TableName | undefined {
  if (node["type"] !== "BASE_TABLE") return undefined;
  return { catalog: textOf(node, "catalog_name"), schema: textOf(node, "schema_name"), table: textOf(node, "table_name") };
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
