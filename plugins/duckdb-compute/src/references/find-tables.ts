import { isCte, withCte, type CteScope } from "./cte-scope.ts";
import { ctesOf } from "./ctes-of.ts";
import { asNode, textOf, type SyntaxNode } from "./syntax-node.ts";
import { isFileName, tableNameOf, type TableName } from "./table-name.ts";

/** Something still to be looked at, and the CTEs that can be seen from there. */
interface Visit {
  readonly value: unknown;
  readonly scope: CteScope | undefined;
}

/**
 * The tables that a serialised SELECT reads, as often as it names them.
 *
 * A CTE's name hides a table from the next CTE of its WITH to the end of the query that the WITH belongs to,
 * subqueries included. Inside the CTE itself the name still means the table, but for the recursive half of a
 * recursive one. A name with a schema never means a CTE.
 */
export function findTables(statement: SyntaxNode): readonly TableName[] {
  const found: TableName[] = [];
  // A list instead of recursion: a generated statement can be nested deeper than the stack.
  const visits: Visit[] = [{ value: statement, scope: undefined }];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    const { value, scope } = visit;
    if (Array.isArray(value)) {
      for (const one of value) visits.push({ value: one, scope });
      continue;
    }
    const node = asNode(value);
    if (node === undefined) continue;
    const table = tableNameOf(node);
    if (table !== undefined && !isHidden(table, scope)) found.push(table);
    visits.push(...childrenOf(node, scope));
  }
  return found;
}

function isHidden(table: TableName, scope: CteScope | undefined): boolean {
  if (table.catalog !== "") return false;
  // Within a recursive CTE, recurring.<name> is everything it has found so far.
  const name = table.schema === "" ? table.table : table.schema === "recurring" ? recurring(table.table) : undefined;
  return (name !== undefined && isCte(scope, name)) || isFileName(table);
}

function recurring(name: string): string {
  return `recurring.${name}`;
}

function childrenOf(node: SyntaxNode, outer: CteScope | undefined): readonly Visit[] {
  const visits: Visit[] = [];
  let scope = outer;
  for (const { name, definition } of ctesOf(node)) {
    visits.push({ value: definition, scope });
    scope = withCte(scope, name);
  }
  const isRecursive = node["type"] === "RECURSIVE_CTE_NODE";
  const name = textOf(node, "cte_name");
  for (const [member, value] of Object.entries(node)) {
    if (member === "cte_map") continue;
    const seesItself = isRecursive && member === "right";
    visits.push({ value, scope: seesItself ? withCte(withCte(scope, name), recurring(name)) : scope });
  }
  return visits;
}
