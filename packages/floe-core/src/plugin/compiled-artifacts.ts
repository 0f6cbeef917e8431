import type { PluginKey } from "../plugin-key.ts";
import type { ProcessSharing } from "./compute-plugin.ts";
import type { Materialization, SourceFile } from "./compute-session.ts";

/** One transform of a product: one SELECT and how its result is kept. */
export interface TransformConfig {
  readonly name: string;
  /** The SELECT itself; compiled artifacts always carry it. */
  readonly sql: string;
  /** Where the SQL came from, if from a file: absolute. */
  readonly path?: string | undefined;
  /** The schema its table lives in; undefined means the engine's default. */
  readonly schema?: string | undefined;
  readonly materialization: Materialization;
  readonly uniqueKey?: readonly string[] | undefined;
  readonly watermark?: string | undefined;
  readonly tags: readonly string[];
  /** Names of the transforms that have to be done first, sorted. */
  readonly dependsOn: readonly string[];
  readonly meta: Readonly<Record<string, unknown>>;
  /** The compute plugin that runs it; null means the platform's default. */
  readonly compute: string | null;
}

/** One selected plugin of a product. */
export interface CompiledPlugin {
  readonly key: PluginKey;
  readonly package: string;
  readonly version: string;
  /** As written, with `${env:}` and `${secret:}` unresolved: each process resolves them for itself. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Of a compute plugin that says so: how processes share what its sessions make. */
  readonly sharing?: ProcessSharing | undefined;
}

/** A whole product, ready to be run by any orchestrator: plain JSON, without secrets. */
export interface CompiledArtifacts {
  /** The version of this shape. */
  readonly version: "1.0";
  readonly product: { readonly name: string; readonly root: string };
  /** The selected plugins and those they need, each after everything it needs. */
  readonly plugins: readonly CompiledPlugin[];
  /** The selected ones in the platform file's order: the first of a group is its default. Absent: all of `plugins`. */
  readonly selected?: readonly PluginKey[] | undefined;
  /** In dependency order. */
  readonly transforms: readonly TransformConfig[];
  readonly sources: readonly SourceFile[];
  readonly schedule?: { readonly cron: string; readonly timezone: string } | undefined;
  /** SHA-256 over the inputs, in hex: equal inputs, equal hash. */
  readonly hash: string;
}
