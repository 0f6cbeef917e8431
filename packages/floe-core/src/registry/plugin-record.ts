import type { Candidates } from "../discovery/discover.ts";
import type { PluginError } from "../errors/plugin-error.ts";
import type { PluginConfig } from "../plugin/config-schema.ts";
import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import { pluginKey, type PluginKey } from "../plugin-key.ts";
import type { PluginState } from "./plugin-state.ts";

/** A start in progress, shared by everyone who wants the plugin up. */
export interface StartOperation {
  /** Resolves with what went wrong; undefined once the plugin is active. Never rejects. */
  readonly done: Promise<PluginError | undefined>;
  /** Ends it for everyone: the hook's signal is aborted and its result no longer used. */
  readonly abort: (reason: PluginError) => void;
  /** How many callers still want it. */
  interested: number;
}

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

/** All that the registry knows of one key. The only mutable thing in the registry besides the store itself. */
export class PluginRecord {
  readonly key: PluginKey;
  readonly type: string;
  readonly name: string;
  /** What discovery found for the key; undefined for a plugin given to `register`. */
  candidates: Candidates | undefined;

  state: PluginState = "discovered";
  /** Why the state is `failed` or `blocked`. */
  error: PluginError | undefined;
  plugin: PluginMetadata | undefined;
  /** Read off the instance when it was checked, so that nothing the plugin does later can change or break it. */
  facts: PluginFacts | undefined;
  /** The one load, in progress or done; kept when it failed, too. */
  load: Promise<PluginMetadata> | undefined;
  /** `undefined`: never configured; `null`: takes no configuration. */
  config: PluginConfig | null | undefined;
  /** Texts in the configuration that must not show, besides those that its schema marks. */
  secrets: readonly string[] = [];

  start: StartOperation | undefined;
  stop: Promise<PluginError | undefined> | undefined;
  leftover: Leftover | undefined;
  /** The plugins this one was started with, while it holds on to them. */
  requires: readonly PluginRecord[] = [];
  /** The plugins that hold on to this one; made when the first does. */
  dependents: Set<PluginRecord> | undefined;
  /** Position in the real order of starts; 0 before the first. */
  startOrder = 0;
  /** The health check in progress. */
  health: Promise<unknown> | undefined;
  /** Set once `unregister` has begun: nothing may start or hold on to it any more. */
  isLeaving = false;

  constructor(type: string, name: string, candidates: Candidates | undefined) {
    this.key = pluginKey(type, name);
    this.type = type;
    this.name = name;
    this.candidates = candidates;
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
    for (const required of requires) (required.dependents ??= new Set()).add(this);
  }

  /** Lets go of what it was started with. */
  detach(): void {
    for (const required of this.requires) required.dependents?.delete(this);
    this.requires = [];
  }
}
