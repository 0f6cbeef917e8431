import ts from "typescript";
import { contractLines } from "./contract-lines.mjs";

/** What plugins are given besides what their classes lead to: the groups, and errors to throw. */
const GIVEN = /^PluginType$|^(Catalog|Dbt)\w*Error$/;

/** The registry alone calls these: a plugin that is given another one makes no context for it. */
const HOOKS = /^(getConfigSchema|configure|startup|shutdown|healthCheck)$/;

/**
 * The part of floe-core's report that a plugin is built against: everything that the eleven classes lead to, by way of
 * parameters and results. It is what `FLOE_PLUGIN_API_VERSION` stands for.
 *
 * @param {string} report the text of floe-core's `index.api.md`
 * @returns {string} the text of `plugin-api.md`
 */
export function pluginContract(report) {
  const source = ts.createSourceFile("report.ts", /```ts\n([\s\S]*?)```/.exec(report)?.[1] ?? "", ts.ScriptTarget.ESNext, true);
  const version = /FLOE_PLUGIN_API_VERSION = "([^"]*)"/.exec(source.text)?.[1] ?? "none";
  const lines = contractLines(reach(declarationsOf(source)));
  return [
    `# Plugin API ${version}`,
    "",
    "What plugins and floe-core expect of each other, a line per member. `required` and `optional` is what plugins make,",
    "`given` what they are only given. Written by `api:update`; CONTRIBUTING.md says what a change of it asks for.",
    "",
    "```text",
    ...lines,
    "```",
    "",
  ].join("\n");
}

/** @param {ts.SourceFile} source */
function declarationsOf(source) {
  /** @type {Map<string, ts.Statement[]>} */
  const found = new Map();
  for (const statement of source.statements) {
    const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.name : nameOf(statement);
    if (named === undefined || !ts.isIdentifier(named)) continue;
    found.set(named.text, [...(found.get(named.text) ?? []), statement]);
  }
  return found;
}

/** @param {ts.Statement} statement */
function nameOf(statement) {
  const isNamed = ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return isNamed ? statement.name : undefined;
}

/**
 * Follows the types. What a plugin makes is given parameters and makes results, what it is given the other way round.
 *
 * @param {ReadonlyMap<string, readonly ts.Statement[]>} declarations
 * @returns {import("./contract-lines.mjs").Contract}
 */
function reach(declarations) {
  const names = [...declarations.keys()];
  const made = new Set(names.filter((name) => declarations.get(name)?.some(isPluginClass)));
  const given = new Set(names.filter((name) => GIVEN.test(name)));
  // A set takes in what is added while it is gone through.
  const todo = new Set([...[...made].map((name) => `made ${name}`), ...[...given].map((name) => `given ${name}`)]);
  for (const one of todo) {
    const [way = "", name = ""] = one.split(" ");
    for (const statement of declarations.get(name) ?? []) visit(statement, way === "made");
  }
  return { made, given, declarations };

  /** @param {ts.Node} node @param {boolean} isMade */
  function visit(node, isMade) {
    const named = ts.isTypeReferenceNode(node) ? node.typeName : ts.isExpressionWithTypeArguments(node) ? node.expression : undefined;
    if (named !== undefined && ts.isIdentifier(named) && declarations.has(named.text)) {
      (isMade ? made : given).add(named.text);
      todo.add(`${isMade ? "made" : "given"} ${named.text}`);
    }
    ts.forEachChild(node, (child) => {
      if (isMade || !isHook(child)) visit(child, ts.isParameter(child) ? !isMade : isMade);
    });
  }
}

/** @param {ts.Statement} statement */
function isPluginClass(statement) {
  const bases = ts.isClassDeclaration(statement) ? (statement.heritageClauses ?? []) : [];
  return bases.some(({ types }) => types.some(({ expression }) => expression.getText() === "PluginMetadata"));
}

/** @param {ts.Node} node */
function isHook(node) {
  return ts.isMethodDeclaration(node) && HOOKS.test(node.name.getText());
}
