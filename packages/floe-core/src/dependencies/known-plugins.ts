import type { PluginKey } from "../plugin-key.ts";
import type { DependencyNode } from "./dependency-node.ts";

/** Plugins by number, for a name or a type; sorted by key. */
export type NumbersByText = ReadonlyMap<string, readonly number[]>;

/**
 * The plugins of one resolution, numbered as they come. Everything after this works on the numbers. Sorting
 * by key is left to what is handed out: to sort all plugins up front would double the cost of a resolution.
 */
export class KnownPlugins {
  /** By number. */
  readonly nodes: readonly DependencyNode[];
  readonly #ids = new Map<string, number>();
  #idsByName: NumbersByText | undefined;
  #idsByType: NumbersByText | undefined;

  /** Should a key come twice, its first node stands. */
  constructor(nodes: readonly DependencyNode[]) {
    const unique: DependencyNode[] = [];
    for (const node of nodes) {
      if (this.#ids.has(node.key)) continue;
      this.#ids.set(node.key, unique.length);
      unique.push(node);
    }
    this.nodes = unique;
  }

  get size(): number {
    return this.nodes.length;
  }

  /** The key of a plugin by its number, which is in range by construction. */
  keyOf(id: number): PluginKey {
    return (this.nodes[id] as DependencyNode).key;
  }

  /** The number of the plugin with this key; undefined if there is none. */
  idOf(key: string): number | undefined {
    return this.#ids.get(key);
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

  /** The plugins of these numbers by type, each type sorted by key. */
  byType(ids: Iterable<number>): NumbersByText {
    return this.#group(ids, (node) => node.type);
  }

  /** By key; a comparison for `sort`. */
  readonly compare = (a: number, b: number): number => {
    const [keyA, keyB] = [this.keyOf(a), this.keyOf(b)];
    return keyA < keyB ? -1 : Number(keyA > keyB);
  };

  #group(ids: Iterable<number>, property: (node: DependencyNode) => string): NumbersByText {
    const groups = new Map<string, number[]>();
    for (const id of ids) {
      const value = property(this.nodes[id] as DependencyNode);
      const group = groups.get(value);
      if (group === undefined) groups.set(value, [id]);
      else group.push(id);
    }
    for (const group of groups.values()) group.sort(this.compare);
    return groups;
  }
}
