import { driver } from "../driver.ts";
import { DuckDBError } from "../errors/duckdb-error.ts";
import { columnNames } from "../session/column-names.ts";
import type { Statements } from "../session/statements.ts";

/**
 * Makes sure that `sql` is one SELECT without parameters, and gives the names of its columns. Runs nothing:
 * what DuckDB's binder refuses is found before anything is touched, with its place in the user's own text.
 */
export async function checkSelect(statements: Statements, sql: string): Promise<readonly string[]> {
  return statements.prepared(sql, async (statement) => {
    if (statement.statementType !== driver.StatementType.SELECT) {
      throw new DuckDBError("FLOE_DUCKDB_NOT_A_SELECT", "Cannot materialize the statement: it is no SELECT", {
        hint: "A transform is one SELECT; what it makes is created for it.",
      });
    }
    if (statement.parameterCount > 0) {
      throw new DuckDBError("FLOE_DUCKDB_PARAMETERS", "Cannot materialize the statement: it has parameters", {
        hint: "A transform takes no values: write them into its SQL.",
      });
    }
    return columnNames(statement);
  });
}
