import {
  PluginNotFoundError,
  PluginType,
  type ComputePlugin,
  type OrchestratorPlugin,
  type PluginKey,
  type PluginMetadata,
  type PluginRegistry,
  type SelectedPlugins,
} from "floe-core";
import type { PluginSelection } from "../product/read-plugins.ts";

/** The plugins that a product selects, as they are found in its registry. */
export class ChosenPlugins {
  readonly #registry: PluginRegistry;
  readonly #selections: readonly PluginSelection[];

  constructor(registry: PluginRegistry, selections: readonly PluginSelection[]) {
    this.#registry = registry;
    this.#selections = selections;
  }

  get hasOrchestrator(): boolean {
    return this.#named(PluginType.ORCHESTRATOR, null) !== undefined;
  }

  /** The key of the orchestrator, the first if there are several. @throws PluginNotFoundError */
  orchestratorKey(): PluginKey {
    return this.#named(PluginType.ORCHESTRATOR, null)?.key ?? this.#refuse(PluginType.ORCHESTRATOR, null);
  }

  /** The orchestrator, the first if there are several. @throws PluginNotFoundError */
  orchestrator(): OrchestratorPlugin {
    const name = this.#named(PluginType.ORCHESTRATOR, null)?.name;
    const plugin = name === undefined ? undefined : this.#registry.find(PluginType.ORCHESTRATOR, name);
    return plugin ?? this.#refuse(PluginType.ORCHESTRATOR, name);
  }

  /** The key of a compute plugin; null means the default. @throws PluginNotFoundError */
  computeKey(name: string | null): PluginKey {
    return this.#named(PluginType.COMPUTE, name)?.key ?? this.#refuse(PluginType.COMPUTE, name);
  }

  /** A compute plugin; null means the default. @throws PluginNotFoundError */
  compute(name: string | null): ComputePlugin {
    const stated = this.#named(PluginType.COMPUTE, name)?.name;
    const plugin = stated === undefined ? undefined : this.#registry.find(PluginType.COMPUTE, stated);
    return plugin ?? this.#refuse(PluginType.COMPUTE, name);
  }

  /** Those that are up, by group: an optional one may not be. */
  active(): SelectedPlugins {
    const active: Record<string, PluginMetadata[]> = {};
    for (const { group, name } of this.#selections) {
      const plugin = this.#registry.find(group, name);
      if (plugin === undefined || this.#registry.state(group, name) !== "active") continue;
      (active[group] ??= []).push(plugin);
    }
    return active;
  }

  #named(group: string, name: string | null): PluginSelection | undefined {
    return this.#selections.find((one) => one.group === group && (name === null || one.name === name));
  }

  #refuse(group: string, name: string | null | undefined): never {
    throw new PluginNotFoundError({
      verb: "run with",
      pluginType: group,
      pluginName: name ?? "(none selected)",
      available: this.#selections.filter((one) => one.group === group).map((one) => one.name),
      hint: "Select one under plugins in the platform file.",
    });
  }
}
