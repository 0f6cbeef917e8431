import type {
  ExportSpecifier,
  Expression,
  ImportDeclaration,
  Program,
  SpreadElement,
  VariableDeclaration,
} from "acorn";

/** An entry of an object or array literal. */
export interface LiteralEntry {
  /** The offset of its key; undefined for an item of an array. */
  readonly keyStart: number | undefined;
  readonly value: Expression;
}

/** The function that product modules call around their object; it answers what it is given. */
const WRAPPER = "defineProduct";

/**
 * What a module says in literals: its default export, and the entries of objects and arrays, through top-level
 * constants, spreads of them and `defineProduct(...)`. Everything else is only known once the module runs, and
 * is not followed. It is meant for modules that ran: in those, no constant refers to itself.
 */
export class ModuleLiterals {
  /** What is exported as default (or is `module.exports`): undefined where there is none or it is no expression. */
  readonly root: Expression | undefined;
  readonly #constants = new Map<string, Expression>();
  readonly #wrappers = new Set([WRAPPER]);

  constructor(program: Program) {
    for (const statement of program.body) {
      if (statement.type === "VariableDeclaration") this.#addConstants(statement);
      if (statement.type === "ImportDeclaration") this.#addWrapper(statement);
      if (statement.type === "ExportNamedDeclaration" && statement.declaration?.type === "VariableDeclaration") {
        this.#addConstants(statement.declaration);
      }
    }
    this.root = program.body.map(defaultExportOf).findLast((found) => found !== undefined);
  }

  /** The entry of an object or array literal that `step` names; undefined if it cannot be told. */
  find(expression: Expression, step: string | number): LiteralEntry | undefined {
    const literal = this.#follow(expression);
    if (literal.type === "ObjectExpression") return this.#findProperty(literal.properties, String(step));
    if (literal.type !== "ArrayExpression") return undefined;
    const value = this.#items(literal.elements)[Number(step)];
    return value === undefined || value === null ? undefined : { keyStart: undefined, value };
  }

  /** Where an expression is really written: constants and wrappers left aside. */
  startOf(expression: Expression): number {
    return this.#follow(expression).start;
  }

  #findProperty(properties: PropertiesOf, key: string): LiteralEntry | undefined {
    // Of equal keys the last one counts.
    for (const property of properties.toReversed()) {
      if (property.type === "SpreadElement") {
        const entry = this.find(property.argument, key);
        if (entry !== undefined) return entry;
      } else if (this.#keyOf(property) === key) {
        return { keyStart: property.key.start, value: property.value };
      }
    }
    return undefined;
  }

  #keyOf({ key, computed }: { key: Expression; computed: boolean }): string | undefined {
    if (!computed && key.type === "Identifier") return key.name;
    const literal = this.#follow(key);
    if (literal.type === "Literal") return String(literal.value);
    const isPlain = literal.type === "TemplateLiteral" && literal.expressions.length === 0;
    return isPlain ? (literal.quasis[0]?.value.cooked ?? undefined) : undefined;
  }

  /** The items of an array up to the first spread that cannot be followed: where those after it are is unknown. */
  #items(elements: readonly (Expression | SpreadElement | null)[]): (Expression | null)[] {
    const items: (Expression | null)[] = [];
    for (const element of elements) {
      if (element?.type !== "SpreadElement") {
        items.push(element);
        continue;
      }
      const spread = this.#follow(element.argument);
      if (spread.type !== "ArrayExpression") break;
      items.push(...this.#items(spread.elements));
    }
    return items;
  }

  #follow(expression: Expression): Expression {
    let current = expression;
    for (;;) {
      const next = current.type === "Identifier" ? this.#constants.get(current.name) : this.#wrapped(current);
      if (next === undefined) return current;
      current = next;
    }
  }

  #wrapped(expression: Expression): Expression | undefined {
    if (expression.type !== "CallExpression" || expression.callee.type !== "Identifier") return undefined;
    const [argument] = expression.arguments;
    const isWrapper = this.#wrappers.has(expression.callee.name);
    return isWrapper && argument !== undefined && argument.type !== "SpreadElement" ? argument : undefined;
  }

  #addConstants({ kind, declarations }: VariableDeclaration): void {
    if (kind !== "const") return;
    for (const { id, init } of declarations) {
      if (id.type === "Identifier" && init !== undefined && init !== null) this.#constants.set(id.name, init);
    }
  }

  /** `import { defineProduct as product } from "floe-platform"`. */
  #addWrapper({ specifiers }: ImportDeclaration): void {
    for (const specifier of specifiers) {
      if (specifier.type === "ImportSpecifier" && nameOf(specifier.imported) === WRAPPER) {
        this.#wrappers.add(specifier.local.name);
      }
    }
  }
}

type PropertiesOf = Extract<Expression, { type: "ObjectExpression" }>["properties"];

function defaultExportOf(statement: Program["body"][number]): Expression | undefined {
  if (statement.type === "ExportDefaultDeclaration") {
    const { declaration } = statement;
    return declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration" ? undefined : declaration;
  }
  if (statement.type === "ExportNamedDeclaration" && (statement.source ?? null) === null) {
    const { local } = statement.specifiers.find(({ exported }) => nameOf(exported) === "default") ?? {};
    return local?.type === "Identifier" ? local : undefined;
  }
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression") return undefined;
  const { left, right } = statement.expression;
  const isExports = left.type === "MemberExpression" && isNamed(left.object, "module") && isNamed(left.property, "exports");
  return isExports ? right : undefined;
}

function isNamed(node: { readonly type: string }, name: string): boolean {
  return node.type === "Identifier" && "name" in node && node.name === name;
}

function nameOf(name: ExportSpecifier["exported"]): unknown {
  return name.type === "Identifier" ? name.name : name.value;
}
