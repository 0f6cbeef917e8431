import type { ColumnLineage, ColumnSchema } from "floe-core";

/** What is known of a step that has succeeded, besides its number of rows. */
export interface StepFacts {
  /** The columns of the table or view. */
  readonly columns?: readonly ColumnSchema[] | undefined;
  /** Where the columns come from; null or absent if the engine cannot tell. */
  readonly columnLineage?: readonly ColumnLineage[] | null | undefined;
  /** The tables that its SQL reads, as the SQL names them. */
  readonly tables?: readonly string[] | undefined;
}
