import type { Statements } from "../session/statements.ts";
import { quoteIdentifier } from "../sql/quote-identifier.ts";

/** The place of a table or view. */
export interface Relation {
  /** The schema's quoted name, with its database. */
  readonly schema: string;
  /** The quoted name, with schema and database: it means one thing whatever the search path is. */
  readonly name: string;
}

/** Where `name` goes: into `schema`, or into the one that the session creates tables in. */
export async function locateRelation(statements: Statements, name: string, schema?: string): Promise<Relation> {
  const [row] = await statements.rows("SELECT current_database() AS database, current_schema() AS schema");
  const database = quoteIdentifier(String(row?.["database"]));
  const place = `${database}.${quoteIdentifier(schema ?? String(row?.["schema"]))}`;
  return { schema: place, name: `${place}.${quoteIdentifier(name)}` };
}
