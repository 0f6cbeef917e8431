import { PluginType } from "../plugin-type.ts";
import type { CallOptions } from "./call-options.ts";
import type { ComputeSession } from "./compute-session.ts";
import type { ConnectionResult } from "./connection-result.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";
import type { ResourceSpec, WorkloadSize } from "./resource-spec.ts";

/** One dbt output (a target's settings) in the shape of the engine's own dbt adapter. */
export type DbtProfile = Readonly<Record<string, unknown>>;

/** How a compute engine reaches an Iceberg catalog. */
export interface CatalogConnection {
  /** The name under which SQL will know the catalog. */
  readonly name: string;
  readonly uri: string;
  readonly warehouse: string;
  /** OAuth2 client credentials; they never appear inside an ATTACH text. */
  readonly credentials?: { readonly clientId: string; readonly clientSecret: string } | undefined;
}

/**
 * Who can use what a session makes besides the process that made it: `none` where it is gone with that process (in
 * memory), `exclusive` where one process at a time can (one writer per file), `concurrent` where any number can.
 */
export type ProcessSharing = "none" | "exclusive" | "concurrent";

/** Where SQL transforms run: an engine in our own pods or process, or a service. */
export abstract class ComputePlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.COMPUTE);
  }

  /** True if the engine runs in our pods or processes, false if it is a service. */
  abstract readonly isSelfHosted: boolean;

  /** One dbt output mapping in the adapter's own shape, from `this.config`. Pure; secrets only as env templates. */
  abstract generateDbtProfile(): DbtProfile;

  /** The pip packages that dbt needs for this engine, each with a version constraint. Pure. */
  abstract getRequiredDbtPackages(): readonly string[];

  /** Probes the engine through its native driver, within 10 s. A bad connection is a result, not a throw. */
  abstract validateConnection(options?: CallOptions): Promise<ConnectionResult>;

  /** What one workload of `size` needs. Pure. Throws a RangeError naming the valid sizes for any other. */
  abstract getResourceRequirements(size: WorkloadSize): ResourceSpec;

  /** Folders of dbt macros this engine brings. Pure. Default: none. */
  getDbtMacroPaths(): readonly string[] {
    return [];
  }

  /** Statements that attach an Iceberg catalog, or null (the default) if the engine cannot. Pure. */
  getCatalogAttachmentSql(_catalog: CatalogConnection): readonly string[] | null {
    return null;
  }

  /**
   * The tables that a statement reads, as the engine's own parser sees them; names of the statement's own
   * CTEs are not among them. Works once configured, without start, and touches no file. Rejects with a
   * coded error that carries line and column if the parser refuses the statement.
   */
  getReferencedTables?(sql: string, options?: CallOptions): Promise<readonly string[]>;

  /**
   * How processes share what sessions make: orchestrators that run each step in a process of its own go by it. Works
   * once configured, without start. Pure. Optional: without it, one process at a time is assumed.
   */
  getProcessSharing?(): ProcessSharing;

  /** Opens a session, for engines that run SQL in this process. Called only while active. */
  openSession?(options?: CallOptions): Promise<ComputeSession>;
}
