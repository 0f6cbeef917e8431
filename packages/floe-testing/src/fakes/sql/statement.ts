/** A piece of a statement that has a value in each row. */
export type Expression =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "column"; readonly source: string | undefined; readonly name: string }
  | { readonly kind: "integer"; readonly of: Expression }
  | { readonly kind: "count" };

/** What a SELECT reads: a table, or rows that are written into it. */
export interface Source {
  readonly alias: string;
  readonly from: string | { readonly columns: readonly string[]; readonly rows: readonly (readonly Expression[])[] };
}

/** One SELECT; without sources it gives one row. */
export interface Select {
  readonly kind: "select";
  readonly items: readonly { readonly name: string; readonly expression: Expression }[];
  readonly sources: readonly Source[];
}

/** Everything that the fakes' small engine knows. */
export type Statement =
  | Select
  | { readonly kind: "create"; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: "insert"; readonly table: string; readonly rows: readonly (readonly Expression[])[] }
  | { readonly kind: "drop"; readonly table: string };
