/**
 * What `definitions.py` makes Dagster's objects of, and what a step's process reads: `floe.json` beside it. Names in
 * it are Dagster's, except where it says transform or product.
 */
export interface DagsterDocument {
  readonly version: "1.0";
  /** The product's name, as in its platform file. */
  readonly product: string;
  /** SHA-256 over everything else here and the artifacts, the first 32 hex digits: a tag may have 63 characters. */
  readonly hash: string;
  /** The name of the code location. */
  readonly location: string;
  /** The compiled artifacts, relative to this file. */
  readonly artifacts: string;
  /** SHA-256 of that file, in hex. Whoever reads both while they are replaced meets another, and must not go on. */
  readonly artifactsSha256: string;
  /** What runs a step; this file and the transform's name are added. */
  readonly stepCommand: readonly string[];
  /** Where the steps of a run live, with the executor's own settings. */
  readonly executor: { readonly type: "multiprocess" | "in_process" | "k8s_job"; readonly config: Readonly<Record<string, unknown>> };
  readonly assets: readonly DagsterAsset[];
  readonly jobs: readonly DagsterJob[];
  readonly schedules: readonly DagsterSchedule[];
}

/** One transform as Dagster's asset. */
export interface DagsterAsset {
  readonly transform: string;
  /** One part, and the name of its op: what Dagster calls the step. */
  readonly key: string;
  readonly materialization: "table" | "view" | "incremental";
  /** Keys. */
  readonly deps: readonly string[];
  readonly group: string;
  readonly kinds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly owners: readonly string[];
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, DagsterMetadataValue>>;
  readonly codeVersion: string;
  /** Steps of one pool run one after another; null for no such limit. */
  readonly pool: string | null;
  readonly retry: { readonly max: number; readonly delaySeconds: number; readonly backoff: "none" | "linear" | "exponential" } | null;
  readonly checks: readonly DagsterCheck[];
}

/** A value and the kind of it that Dagster's pages show. */
export type DagsterMetadataValue =
  | { readonly type: "md" | "path" | "text"; readonly value: string }
  | { readonly type: "json"; readonly value: Readonly<Record<string, unknown>> };

/** What is asserted of what a step made. Its process judges it. */
export interface DagsterCheck {
  readonly name: string;
  readonly description: string | null;
  readonly severity: "WARN" | "ERROR";
  /** Whether a failed check keeps what depends on the asset from running. */
  readonly blocking: boolean;
  readonly minRows: number | null;
  readonly maxRows: number | null;
  /** Columns that have to be there. */
  readonly columns: readonly string[] | null;
}

/** A job over assets. */
export interface DagsterJob {
  readonly name: string;
  /** Keys. */
  readonly assets: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** When a job runs. */
export interface DagsterSchedule {
  readonly name: string;
  readonly job: string;
  readonly cron: string;
  readonly timezone: string;
  readonly status: "STOPPED" | "RUNNING";
}
