import {
  isCollection,
  isMap,
  isScalar,
  isAlias,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type Range,
  type YAMLMap,
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
  const aliases = readAliases(parsed);
  const problems = [...firstSyntaxErrors(parsed, text), ...aliases.problems];
  let value: unknown;
  if (problems.length === 0) {
    try {
      value = parsed.toJS();
    } catch (error) {
      problems.push({ offset: 0, message: reasonOf(error), remedy: "Write the repeated parts out." });
    }
  }
  const places = new Places(parsed.contents, aliases.targets);
  return {
    document: { file, value, locate: (path, part = "value") => at(places.offsetOf(path, part)) },
    syntaxProblems: problems.map((problem) => ({ ...problem, position: at(problem.offset) })),
  };
}

/** Finds where entries begin. Every problem asks, so that each map is gone through once only. */
class Places {
  readonly #root: Node | null;
  readonly #targets: AliasTargets;
  readonly #pairs = new Map<YAMLMap<Node, Node | null>, Map<string, Pair<Node, Node | null>>>();

  constructor(root: Node | null, targets: AliasTargets) {
    this.#root = root;
    this.#targets = targets;
  }

  /** Where the entry at `path` begins, or the nearest entry around it that exists. */
  offsetOf(path: DocumentPath, part: EntryPart): number {
    let node = this.#behind(this.#root);
    let offset = startOf(node) ?? 0;
    for (const [depth, step] of path.entries()) {
      const isLast = depth === path.length - 1;
      const entry = this.#findEntry(node, step);
      if (entry === undefined) return offset;
      const [keyStart, value] = entry;
      // An entry without a value, and the last one when its key is meant, is where its key is.
      const valueStart = startOf(value) ?? keyStart ?? offset;
      offset = isLast && part === "value" ? valueStart : (keyStart ?? valueStart);
      node = this.#behind(value);
    }
    return offset;
  }

  /** The start of the entry's key, and its value. */
  #findEntry(node: Node | null, step: string | number): [number | undefined, Node | null] | undefined {
    if (isMap<Node, Node | null>(node)) {
      const pair = this.#pairsOf(node).get(String(step));
      return pair === undefined ? undefined : [startOf(pair.key), pair.value];
    }
    if (isCollection(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      return item === undefined ? undefined : [undefined, item];
    }
    return undefined;
  }

  #pairsOf(map: YAMLMap<Node, Node | null>): ReadonlyMap<string, Pair<Node, Node | null>> {
    let pairs = this.#pairs.get(map);
    if (pairs === undefined) {
      pairs = new Map(map.items.map((pair) => [keyText(pair.key), pair]));
      this.#pairs.set(map, pairs);
    }
    return pairs;
  }

  #behind(node: Node | null): Node | null {
    return isAlias(node) ? (this.#targets.get(node) ?? null) : node;
  }
}

function keyText(key: Node): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function startOf(node: Node | null): number | undefined {
  const range: Range | null | undefined = node?.range;
  // An absent value ("key:") has an empty range behind the colon.
  return range === null || range === undefined || (isScalar(node) && range[0] === range[1]) ? undefined : range[0];
}

/** What each alias stands for. */
type AliasTargets = ReadonlyMap<Alias, Node>;

/**
 * What the aliases stand for; those without an anchor, and those inside of what they stand for, are problems: no
 * finite value has these. `Alias.resolve` would go through the whole document for each: 20,000 took 80 s.
 */
function readAliases(parsed: Document.Parsed): { readonly targets: AliasTargets; readonly problems: readonly SyntaxProblem[] } {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const problems: SyntaxProblem[] = [];
  visit(parsed, {
    Value(_key, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Alias(_key, alias, path) {
      const target = anchors.get(alias.source);
      const offset = startOf(alias) ?? 0;
      if (target === undefined) {
        problems.push({
          offset,
          message: `the alias *${alias.source} has no anchor before it`,
          remedy: `Set the anchor &${alias.source} first, or quote the value.`,
        });
        return;
      }
      targets.set(alias, target);
      if (path.includes(target)) {
        problems.push({
          offset,
          message: `the alias *${alias.source} stands inside of what it repeats`,
          remedy: "Remove the alias.",
        });
      }
    },
  });
  return { targets, problems };
}
