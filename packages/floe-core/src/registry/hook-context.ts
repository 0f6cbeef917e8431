import type { PluginContext } from "../plugin/plugin-context.ts";
import type { PluginMetadata, StartupContext } from "../plugin/plugin-metadata.ts";
import type { PluginKey } from "../plugin-key.ts";

/*
 * Signals and maps are made when they are first read: most hooks read neither. What makes them stays in the getter's
 * closure, so that a context can be copied, inherited from and wrapped, and gives no hook hold of what gives it up.
 */

/** What a hook is handed. */
export function hookContext(scope: PluginContext): PluginContext {
  return {
    logger: scope.logger,
    get signal() {
      return scope.signal;
    },
  };
}

/** A plugin that another one is started with. */
interface StartedWith {
  readonly key: PluginKey;
  readonly plugin: PluginMetadata | undefined;
}

/** What `startup` is handed. */
export function startContext(scope: PluginContext, requires: readonly StartedWith[]): StartupContext {
  let dependencies: ReadonlyMap<PluginKey, PluginMetadata> | undefined;
  return {
    logger: scope.logger,
    get signal() {
      return scope.signal;
    },
    get dependencies() {
      // What is up has an instance.
      dependencies ??= new Map(requires.map(({ key, plugin }) => [key, plugin as PluginMetadata]));
      return dependencies;
    },
  };
}
