import ts from "typescript";

/**
 * Whether a TypeScript source declares something that exists at run time and exports it. A file that only
 * declares types, or only passes on what other files export, does not.
 *
 * @param {string} text
 * @returns {boolean}
 */
export function declaresValueExport(text) {
  const source = ts.createSourceFile("source.ts", text, ts.ScriptTarget.ESNext, true);
  return source.statements.some((statement) => {
    if (ts.isExportAssignment(statement)) return true;
    if (ts.isExportDeclaration(statement)) return exportsOwnValues(statement);
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const kinds = modifiers.map((modifier) => modifier.kind);
    return kinds.includes(ts.SyntaxKind.ExportKeyword) && !kinds.includes(ts.SyntaxKind.DeclareKeyword);
  });
}

/** @param {ts.ExportDeclaration} statement */
function exportsOwnValues(statement) {
  if (statement.isTypeOnly || statement.moduleSpecifier !== undefined) return false;
  const clause = statement.exportClause;
  return clause !== undefined && ts.isNamedExports(clause) && clause.elements.some((element) => !element.isTypeOnly);
}
