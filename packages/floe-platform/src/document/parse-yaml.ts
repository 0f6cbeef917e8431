import {
  isCollection,
  isMap,
  isScalar,
  isAlias,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Range,
} from "yaml";
import { reasonOf } from "floe-core";
import type { DocumentPath } from "./document-path.ts";
import type { EntryPart, PlatformDocument } from "./platform-document.ts";
import type { SourcePosition } from "./source-position.ts";
import { firstSyntaxErrors, type SyntaxProblem } from "./yaml-syntax.ts";

/** A document, and what is wrong with its text; with syntax problems the value is not to be used. */
export interface ParsedYaml {
  readonly document: PlatformDocument;
  readonly syntaxProblems: readonly (SyntaxProblem & { readonly position: SourcePosition })[];
}

/**
 * Reads YAML 1.2, of which JSON is a part, keeping the place of every node. Never throws.
 *
 * @param file Named in positions; absolute.
 */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const problems = [...firstSyntaxErrors(parsed, text), ...aliasProblems(parsed)];
  let value: unknown;
  if (problems.length === 0) {
    try {
      value = parsed.toJS();
    } catch (error) {
      problems.push({ offset: 0, message: reasonOf(error), remedy: "Write the repeated parts out." });
    }
  }
  return {
    document: { file, value, locate: (path, part = "value") => at(offsetOf(parsed, path, part)) },
    syntaxProblems: problems.map((problem) => ({ ...problem, position: at(problem.offset) })),
  };
}

/** Where the entry at `path` begins, or the nearest entry around it that exists. */
function offsetOf(parsed: Document.Parsed, path: DocumentPath, part: EntryPart): number {
  let node = resolveAlias(parsed, parsed.contents);
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    const entry = findEntry(node, step);
    if (entry === undefined) return offset;
    const [keyStart, value] = entry;
    // An entry without a value, and the last one when its key is meant, is where its key is.
    const valueStart = startOf(value) ?? keyStart ?? offset;
    offset = isLast && part === "value" ? valueStart : (keyStart ?? valueStart);
    node = resolveAlias(parsed, value);
  }
  return offset;
}

/** The start of the entry's key, and its value. */
function findEntry(node: Node | null, step: string | number): [number | undefined, Node | null] | undefined {
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find(({ key }) => keyText(key) === String(step));
    return pair === undefined ? undefined : [startOf(pair.key), pair.value];
  }
  if (isCollection(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item === undefined ? undefined : [undefined, item];
  }
  return undefined;
}

function keyText(key: Node): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function startOf(node: Node | null): number | undefined {
  const range: Range | null | undefined = node?.range;
  // An absent value ("key:") has an empty range behind the colon.
  return range === null || range === undefined || (isScalar(node) && range[0] === range[1]) ? undefined : range[0];
}

function resolveAlias(parsed: Document.Parsed, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(parsed) ?? null) : node;
}

/** Aliases without an anchor, and aliases inside of what they stand for: no finite value has these. */
function aliasProblems(parsed: Document.Parsed): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  visit(parsed, {
    Alias(_key, alias, path) {
      const target = alias.resolve(parsed);
      const offset = startOf(alias) ?? 0;
      if (target === undefined) {
        problems.push({
          offset,
          message: `the alias *${alias.source} has no anchor before it`,
          remedy: `Set the anchor &${alias.source} first, or quote the value.`,
        });
      } else if (path.includes(target)) {
        problems.push({
          offset,
          message: `the alias *${alias.source} stands inside of what it repeats`,
          remedy: "Remove the alias.",
        });
      }
    },
  });
  return problems;
}
