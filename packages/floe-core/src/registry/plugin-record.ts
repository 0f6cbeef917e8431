import type { Candidates } from "../discovery/discover.ts";
import type { DependencyNode } from "../dependencies/dependency-node.ts";
import type { PluginError } from "../errors/plugin-error.ts";
import type { PluginConfig } from "../plugin/config-schema.ts";
import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import { pluginKey, type PluginKey } from "../plugin-key.ts";
import type { PluginState } from "./plugin-state.ts";
import type { StartOperation } from "./start-operation.ts";

/** A hook that overran its limit or was given up, and runs on behind everyone's back. */
export interface Leftover {
  /** Resolves when the hook has settled and what it started is disposed of. Never rejects. */
  readonly settled: Promise<void>;
  /**
   * Calls the one `shutdown` that a start is owed, now, or joins the call in progress; undefined once it is
   * done, or if none is owed.
   */
  dispose: ((limitMs: number) => Promise<PluginError | undefined>) | undefined;
}

/** What is known of a plugin besides its key: from its manifest, or from the instance once there is one. */
export interface PluginFacts {
  readonly version: string;
  readonly apiVersion: string | undefined;
  readonly description: string;
  readonly dependencies: readonly PluginDependency[];
}

/** Up to how many dependents are searched one by one. */
const FEW_DEPENDENTS = 16;

/** Shared by all records: most have none, and thousands of empty lists are not free. */
const NONE: readonly never[] = Object.freeze([]);

/** All that the registry knows of one key. The only mutable thing in the registry besides the store itself. */
export class PluginRecord implements DependencyNode {
  readonly key: PluginKey;
  readonly type: string;
  readonly name: string;
  /**
   * What it depends on, as far as is known. One that several packages offer has none until one is chosen.
   * Kept here, beside what it is taken from: over many thousand plugins the way there, object by object, takes
   * as long as resolving them.
   */
  dependencies: readonly PluginDependency[] = NONE;
  state: PluginState = "discovered";
  /** Why the state is `failed` or `blocked`. */
  error: PluginError | undefined;
  plugin: PluginMetadata | undefined;
  /** The one load, in progress or done; kept when it failed, too. A registered plugin's is made when it is first asked for. */
  load: Promise<PluginMetadata> | undefined;
  /** `undefined`: never configured; `null`: takes no configuration. */
  config: PluginConfig | null | undefined;
  /** Texts in the configuration that must not show, besides those that its schema marks. */
  secrets: readonly string[] = NONE;

  start: StartOperation | undefined;
  /** The start by which it came up, while it is up: who asks for it then is counted there as well. */
  startedBy: StartOperation | undefined;
  stop: Promise<PluginError | undefined> | undefined;
  leftover: Leftover | undefined;
  /** The plugins this one was started with, while it holds on to them. */
  requires: readonly PluginRecord[] = NONE;
  /**
   * The plugins that hold on to this one, each once; made when the first does. A list while they are few: ten thousand
   * sets take longer than all starts.
   */
  dependents: PluginRecord[] | Set<PluginRecord> | undefined;
  /** Position in the real order of starts; 0 before the first. */
  startOrder = 0;
  /** The health check in progress. */
  health: Promise<unknown> | undefined;
  /** Set once `unregister` has begun: nothing may start or hold on to it any more. */
  isLeaving = false;
  #candidates: Candidates | undefined;
  #facts: PluginFacts | undefined;

  constructor(type: string, name: string, candidates: Candidates | undefined) {
    // The same text as discovery's, not an equal one: of ten thousand keys that is most of a megabyte.
    this.key = candidates?.all[0]?.entryPoint.key ?? pluginKey(type, name);
    this.type = type;
    this.name = name;
    this.candidates = candidates;
  }

  /** What discovery found for the key; undefined for a plugin given to `register`. */
  get candidates(): Candidates | undefined {
    return this.#candidates;
  }

  set candidates(candidates: Candidates | undefined) {
    this.#candidates = candidates;
    this.#takeDependencies();
  }

  /** Read off the instance when it was checked, so that nothing the plugin does later can change or break it. */
  get facts(): PluginFacts | undefined {
    return this.#facts;
  }

  set facts(facts: PluginFacts | undefined) {
    this.#facts = facts;
    this.#takeDependencies();
  }

  /** Its version; undefined if it is not known. */
  get version(): string | undefined {
    const version = this.facts?.version ?? this.candidates?.chosen?.entryPoint.package.version;
    return version === "" ? undefined : version;
  }

  /** Whether others may rely on it: it is active and nothing is about to stop it. */
  get isUp(): boolean {
    return this.state === "active" && this.stop === undefined && !this.isLeaving;
  }

  /** Whether something of it may be running: it is active, a start or stop is in progress, or a leftover is owed a stop. */
  get isLive(): boolean {
    return (
      this.state === "active" ||
      this.start !== undefined ||
      this.stop !== undefined ||
      this.leftover?.dispose !== undefined
    );
  }

  /** Holds on to `requires` from now on: none of them is stopped before this one. */
  attach(requires: readonly PluginRecord[]): void {
    this.requires = requires;
    for (let index = 0; index < requires.length; index += 1) {
      const required = requires[index] as PluginRecord;
      const { dependents } = required;
      if (dependents === undefined) required.dependents = [this];
      else if (dependents instanceof Set) dependents.add(this);
      else if (dependents.push(this) > FEW_DEPENDENTS) required.dependents = new Set(dependents);
    }
  }

  /** Lets go of what it was started with. */
  detach(): void {
    this.startedBy = undefined;
    for (const { dependents = [] } of this.requires) {
      if (dependents instanceof Set) {
        dependents.delete(this);
      } else {
        const place = dependents.indexOf(this);
        if (place >= 0) dependents.splice(place, 1);
      }
    }
    this.requires = NONE;
  }

  #takeDependencies(): void {
    this.dependencies = (this.facts ?? this.candidates?.chosen?.entryPoint)?.dependencies ?? NONE;
  }
}
