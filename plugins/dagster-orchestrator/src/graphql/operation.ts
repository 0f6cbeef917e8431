import type { z } from "zod";

/**
 * One thing to ask of Dagster's GraphQL. `__typename` is selected wherever there is a union, and `schema` takes the
 * members that the operation has an answer for; PythonError and UnauthorizedError never reach it.
 */
export interface Operation<Variables, Result> {
  /** The operation's name in the document. */
  readonly name: string;
  readonly document: string;
  /** Of the reply's `data`. */
  readonly schema: z.ZodType<Result>;
  /** Never there: what ties the variables' type to the operation. */
  readonly variables?: Variables;
}
