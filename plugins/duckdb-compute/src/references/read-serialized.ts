import { DuckDBError } from "../errors/duckdb-error.ts";
import { DuckDBSqlError } from "../errors/duckdb-sql-error.ts";
import { notOneStatement } from "../errors/sql-error.ts";
import { textPosition } from "../sql/text-position.ts";
import { asNode, textOf, type SyntaxNode } from "./syntax-node.ts";

/**
 * The one SELECT in what `json_serialize_sql` answered for `sql`.
 *
 * @throws DuckDBSqlError with line and column if DuckDB's parser refused it (the start if it gave no place);
 * DuckDBError if it is no SELECT, or not exactly one.
 */
export function readSerialized(serialized: string, sql: string): SyntaxNode {
  const answer = asNode(JSON.parse(serialized)) ?? {};
  if (answer["error"] === true) throw refusal(answer, sql);
  const { statements } = answer;
  const [statement, ...others] = Array.isArray(statements) ? statements.map(asNode) : [];
  if (statement === undefined) throw notOneStatement("there is none");
  if (others.length > 0) throw notOneStatement("there are several");
  return statement;
}

function refusal(answer: SyntaxNode, sql: string): DuckDBError {
  const reason = textOf(answer, "error_message");
  if (textOf(answer, "error_type") !== "parser") {
    return new DuckDBError("FLOE_DUCKDB_NOT_A_SELECT", "Cannot read the statement: it is not one plain SELECT", {
      hint: "State one SELECT; a PIVOT needs its values listed: ON column IN (...).",
    });
  }
  return new DuckDBSqlError({
    what: "parse the statement",
    exceptionType: "Parser",
    reason,
    position: textPosition(sql, { offset: Number(textOf(answer, "position")), unit: "characters" }),
    hint: "Correct the statement.",
  });
}
