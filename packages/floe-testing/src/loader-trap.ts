import { randomUUID } from "node:crypto";

/** Proves what was imported, and that something else was not. */
export interface LoaderTrap extends Disposable {
  /** A statement that notes `id` when it runs; put it at the top of a module (`before` of `pluginPackage`). */
  statement(id: string): string;
  /** A whole module that does nothing else. */
  module(id: string): string;
  /** The ids of modules that were evaluated, in order, as often as they were. */
  imported(): readonly string[];
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
 * console.log(trap.imported()); // []
 * ```
 */
export function loaderTrap(): LoaderTrap {
  const key = `floe-testing.trap.${randomUUID()}`;
  const slot = Symbol.for(key);
  const statement = (id: string): string =>
    `(globalThis[Symbol.for(${JSON.stringify(key)})] ??= []).push(${JSON.stringify(id)});`;
  return {
    statement,
    module: (id) => `${statement(id)}\n`,
    imported() {
      const ids: unknown = Reflect.get(globalThis, slot);
      return Array.isArray(ids) ? ids.map(String) : [];
    },
    [Symbol.dispose]() {
      Reflect.deleteProperty(globalThis, slot);
    },
  };
}
