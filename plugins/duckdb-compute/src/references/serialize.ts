import type { Statements } from "../session/statements.ts";
import { checkText } from "../sql/check-text.ts";
import { readSerialized } from "./read-serialized.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** What is empty or as usual is left out: a member that is there means something. */
const SERIALIZE = "SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_empty := true, skip_default := true) AS json";

/**
 * The syntax tree of one SELECT, from DuckDB's own parser. Nothing is looked up, and nothing run.
 *
 * @throws DuckDBSqlError with line and column if the parser refuses it; DuckDBError if it is not one SELECT.
 */
export async function serialize(statements: Statements, sql: string): Promise<SyntaxNode> {
  checkText(sql, "the statement");
  const [row] = await statements.rows(SERIALIZE, [sql]);
  return readSerialized(String(row?.["json"]), sql);
}
