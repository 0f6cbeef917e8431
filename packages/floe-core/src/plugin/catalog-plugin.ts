import type { HealthStatus } from "../health-status.ts";
import { PluginType } from "../plugin-type.ts";
import type { CallOptions } from "./call-options.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import type { PluginContext } from "./plugin-context.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** A connected catalog: what it is called and where. */
export interface Catalog {
  readonly name: string;
  readonly uri: string;
  readonly warehouse?: string;
}

/** One column of a new table, with an Iceberg type. */
export interface CatalogField {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean;
}

/** Short-lived credentials for the files of one table. */
export interface VendedCredentials {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly token?: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** An Iceberg catalog. Every method rejects with a CatalogError if the catalog refuses. */
export abstract class CatalogPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.CATALOG);
  }

  /** Connects and says to what. Called only while active. */
  abstract connect(options?: CallOptions): Promise<Catalog>;
  /** Makes a namespace; one that exists is a conflict. */
  abstract createNamespace(
    namespace: string,
    properties?: Readonly<Record<string, string>>,
    options?: CallOptions,
  ): Promise<void>;
  /** Names of namespaces, sorted; with `parent`, of those below it. */
  abstract listNamespaces(parent?: string, options?: CallOptions): Promise<readonly string[]>;
  /** Removes an empty namespace. */
  abstract deleteNamespace(namespace: string, options?: CallOptions): Promise<void>;
  /** Makes a table, `"<namespace>.<name>"`; one that exists is a conflict. */
  abstract createTable(
    identifier: string,
    schema: readonly CatalogField[],
    options?: { readonly location?: string; readonly properties?: Readonly<Record<string, string>> } & CallOptions,
  ): Promise<void>;
  /** Identifiers of the tables of a namespace, sorted. */
  abstract listTables(namespace: string, options?: CallOptions): Promise<readonly string[]>;
  /** Removes a table, with `purge` its files too. Default: `purge` false. */
  abstract dropTable(identifier: string, options?: { readonly purge?: boolean } & CallOptions): Promise<void>;
  /** Credentials for the files of one table, for just these operations. */
  abstract vendCredentials(
    tablePath: string,
    operations: readonly ("READ" | "WRITE")[],
    options?: CallOptions,
  ): Promise<VendedCredentials>;
  /** Has to be implemented: a catalog that cannot be reached is unhealthy. */
  abstract override healthCheck(context: PluginContext): HealthStatus | Promise<HealthStatus>;
}
