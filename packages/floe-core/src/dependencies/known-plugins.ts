import type { PluginKey } from "../plugin-key.ts";
import type { DependencyNode } from "./dependency-node.ts";

/** Plugins by number, for a name or a type; sorted by key. */
export type NumbersByText = ReadonlyMap<string, readonly number[]>;

/** The answer for a name that several plugins have. */
export const SEVERAL = -1;

/**
 * The plugins of one resolution, numbered in the order of their keys. Everything after this works on the
 * numbers, and what comes out in their order is sorted by key without comparing keys again.
 */
export class KnownPlugins<Node extends DependencyNode = DependencyNode> {
  /** By number. */
  readonly nodes: readonly Node[];
  /**
   * By key and by name, which has no colon; {@link SEVERAL} for a name that several plugins have. Keys and
   * names come in when `idMeant` first asks for one: most hosts write only one of the two.
   */
  readonly numbers: Map<string, number> = new Map();
  #hasKeys = false;
  #hasNames = false;
  #idsByName: NumbersByText | undefined;
  #idsByType: NumbersByText | undefined;

  /** Should a key come twice, its first node stands. What is sorted already is taken as it is. */
  constructor(nodes: readonly Node[]) {
    this.nodes = sortedByKey(nodes);
  }

  get size(): number {
    return this.nodes.length;
  }

  /** The key of a plugin by its number, which is in range by construction. */
  keyOf(id: number): PluginKey {
    return (this.nodes[id] as Node).key;
  }

  /** The number of the plugin with this key; undefined if there is none. */
  idOf(key: string): number | undefined {
    return key.includes(":") ? this.idMeant(key) : undefined;
  }

  /** The number of the plugin that a key or a bare name means; {@link SEVERAL}; undefined if there is none. */
  idMeant(text: string): number | undefined {
    const found = this.numbers.get(text);
    if (found !== undefined) return found;
    if (text.includes(":")) {
      if (this.#hasKeys) return undefined;
      this.#enterKeys();
    } else {
      if (this.#hasNames) return undefined;
      this.#enterNames();
    }
    return this.numbers.get(text);
  }

  /** The plugins of this name, of whatever type, sorted by key. */
  idsNamed(name: string): readonly number[] {
    this.#idsByName ??= this.#group(this.nodes.keys(), (node) => node.name);
    return this.#idsByName.get(name) ?? [];
  }

  /** The plugins of this type, sorted by key. */
  idsOfType(type: string): readonly number[] {
    this.#idsByType ??= this.byType(this.nodes.keys());
    return this.#idsByType.get(type) ?? [];
  }

  /** The plugins of these numbers, which ascend, by type. */
  byType(ids: Iterable<number>): NumbersByText {
    return this.#group(ids, (node) => node.type);
  }

  #enterKeys(): void {
    this.#hasKeys = true;
    let id = 0;
    for (const { key } of this.nodes) {
      this.numbers.set(key, id);
      id += 1;
    }
  }

  #enterNames(): void {
    this.#hasNames = true;
    let id = 0;
    for (const { name } of this.nodes) {
      const entered = this.numbers.size;
      // Nobody can mean a name with a colon: it would be read as a key.
      if (!name.includes(":")) {
        this.numbers.set(name, id);
        if (this.numbers.size === entered) this.numbers.set(name, SEVERAL);
      }
      id += 1;
    }
  }

  #group(ids: Iterable<number>, property: (node: DependencyNode) => string): NumbersByText {
    const groups = new Map<string, number[]>();
    for (const id of ids) {
      const value = property(this.nodes[id] as Node);
      const group = groups.get(value);
      if (group === undefined) groups.set(value, [id]);
      else group.push(id);
    }
    return groups;
  }
}

function sortedByKey<Node extends DependencyNode>(nodes: readonly Node[]): readonly Node[] {
  let before = "";
  for (const { key } of nodes) {
    if (key <= before) return sortAnew(nodes);
    before = key;
  }
  return nodes;
}

function sortAnew<Node extends DependencyNode>(nodes: readonly Node[]): readonly Node[] {
  const sorted = [...nodes].sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return sorted.filter(({ key }, index) => key !== sorted[index - 1]?.key);
}
