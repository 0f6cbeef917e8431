import ts from "typescript";

/**
 * @typedef {{ made: ReadonlySet<string>, given: ReadonlySet<string>, declarations: ReadonlyMap<string, readonly ts.Statement[]> }} Contract
 * The names of what plugins make and of what they are given, and the declarations behind them.
 */

const printer = ts.createPrinter({ removeComments: true });

/**
 * The contract, one line per member, sorted: `required` and `optional` is what plugins make, `given` what they are only
 * given. A line is whole in itself, so that two contracts are compared line by line.
 *
 * @param {Contract} contract
 * @returns {string[]}
 */
export function contractLines({ made, given, declarations }) {
  const names = [...new Set([...made, ...given])].sort();
  return names.flatMap((name) => {
    const statements = declarations.get(name) ?? [];
    const isClass = statements.some(ts.isClassDeclaration);
    return statements.flatMap((statement) => {
      const { head, members } = parts(statement);
      const kindOf = (/** @type {Member} */ member) =>
        !made.has(name) ? "given" : isRequired(member, isClass) ? "required" : "optional";
      return [head, ...members.map((member) => `${kindOf(member)} ${name}: ${print(member).replace(/\babstract /, "")}`).sort()];
    });
  });
}

/** @typedef {ts.ClassElement | ts.TypeElement} Member */

/**
 * @param {ts.Statement} statement
 * @returns {{ head: string, members: readonly Member[] }}
 */
function parts(statement) {
  const text = print(statement);
  const value = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.type : undefined;
  const holder = ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) ? statement : value;
  if (holder === undefined || !("members" in holder)) return { head: text, members: [] };
  return { head: text.slice(0, text.indexOf("{")).trim(), members: /** @type {readonly Member[]} */ (holder.members) };
}

/**
 * Of a class, and of an interface merged with one, only what is abstract: the rest it brings itself.
 *
 * @param {Member} member
 * @param {boolean} isClass
 */
function isRequired(member, isClass) {
  if (!isClass) return !ts.isIndexSignatureDeclaration(member) && /** @type {ts.TypeElement} */ (member).questionToken === undefined;
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword);
}

/** @param {ts.Node} node */
function print(node) {
  const text = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return text.replaceAll(/\s+/g, " ").replace(/^export (declare )?/, "");
}
