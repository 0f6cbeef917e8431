import {
  ComputePlugin,
  resourcePreset,
  type CallOptions,
  type CatalogConnection,
  type ComputeSession,
  type ConfigSchema,
  type ConnectionResult,
  type DbtProfile,
  type HealthStatus,
  type PluginContext,
  type ProcessSharing,
  type ResourceSpec,
  type WorkloadSize,
} from "floe-core";
import { catalogAttachmentSql } from "./catalog/catalog-attachment.ts";
import { configSchema, type DuckDBConfig } from "./config/duckdb-config.ts";
import { IN_MEMORY } from "./database/database-path.ts";
import { Database } from "./database/database.ts";
import { DBT_PACKAGES } from "./dbt/dbt-packages.ts";
import { dbtProfile } from "./dbt/dbt-profile.ts";
import { notStarted } from "./errors/not-started.ts";
import { checkHealth } from "./probe/check-health.ts";
import { validateConnection } from "./probe/validate-connection.ts";
import { SqlParser } from "./references/sql-parser.ts";

/** Runs SQL transforms in DuckDB, in this process: on one file, or in memory. */
export class DuckDBComputePlugin extends ComputePlugin<DuckDBConfig> {
  readonly #parser = new SqlParser();
  #database: Database | undefined;

  override readonly isSelfHosted = true;

  override getConfigSchema(): ConfigSchema<DuckDBConfig> {
    return configSchema;
  }

  /** Opens nothing: the database is there while a session is. */
  override startup(): void {
    this.#database = new Database(this);
  }

  /** Ends the sessions that are still open; a database in memory is gone then. */
  override async shutdown(): Promise<void> {
    const database = this.#database;
    this.#database = undefined;
    await Promise.all([database?.close(), this.#parser.close()]);
  }

  override async healthCheck({ signal }: PluginContext): Promise<HealthStatus> {
    return checkHealth(this, { signal });
  }

  override async validateConnection(options?: CallOptions): Promise<ConnectionResult> {
    return validateConnection(this, options);
  }

  override async openSession(options?: CallOptions): Promise<ComputeSession> {
    if (this.#database === undefined) throw notStarted();
    return this.#database.openSession(options);
  }

  override async getReferencedTables(sql: string, options?: CallOptions): Promise<readonly string[]> {
    return this.#parser.referencedTables(sql, options);
  }

  /** A file has one writer at a time; what is in memory belongs to this process. */
  override getProcessSharing(): ProcessSharing {
    return this.config.path === IN_MEMORY ? "none" : "exclusive";
  }

  override generateDbtProfile(): DbtProfile {
    return dbtProfile(this);
  }

  override getRequiredDbtPackages(): readonly string[] {
    return DBT_PACKAGES;
  }

  override getResourceRequirements(size: WorkloadSize): ResourceSpec {
    return resourcePreset(size);
  }

  override getCatalogAttachmentSql(catalog: CatalogConnection): readonly string[] {
    return catalogAttachmentSql(catalog);
  }
}
