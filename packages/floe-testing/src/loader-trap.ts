import { randomUUID } from "node:crypto";

/** Proves what was imported, and that something else was not. */
export interface LoaderTrap extends Disposable {
  /** A statement that notes `id` when it runs; put it at the top of a module (`before` of `pluginPackage`). */
  statement(id: string): string;
  /** A whole module that does nothing else. */
  module(id: string): string;
  /** The ids of modules that were evaluated, in order, as often as they were. */
  imported(): readonly string[];
  /** The ids that the trap was set with and whose modules were not evaluated, in the order they were set. */
  notImported(): readonly string[];
  /** Forgets everything. */
  [Symbol.dispose](): void;
}

/**
 * Sets a trap. Modules find it through a slot of `globalThis` that is this trap's own, so they may be loaded
 * by any loader of this process and thread, and traps of several tests do not mix.
 *
 * @example
 * ```ts
 * import { createTempProject, loaderTrap, pluginPackage } from "floe-testing";
 *
 * using trap = loaderTrap();
 * const plugin = pluginPackage({ type: "floe.computes", name: "mine", before: trap.statement("mine") });
 * using project = createTempProject({ packages: { "my-plugin": plugin } });
 * // ... discover in project.path ...
 * console.log(trap.imported(), trap.notImported()); // [] [ 'mine' ]
 * ```
 */
export function loaderTrap(): LoaderTrap {
  const key = `floe-testing.trap.${randomUUID()}`;
  const slot = Symbol.for(key);
  const set = new Set<string>();
  const statement = (id: string): string => {
    set.add(id);
    return `(globalThis[Symbol.for(${JSON.stringify(key)})] ??= []).push(${JSON.stringify(id)});`;
  };
  const imported = (): readonly string[] => {
    const ids: unknown = Reflect.get(globalThis, slot);
    return Array.isArray(ids) ? ids.map(String) : [];
  };
  return {
    statement,
    module: (id) => `${statement(id)}\n`,
    imported,
    notImported() {
      const ran = new Set(imported());
      return [...set].filter((id) => !ran.has(id));
    },
    [Symbol.dispose]() {
      set.clear();
      Reflect.deleteProperty(globalThis, slot);
    },
  };
}
