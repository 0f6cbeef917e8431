import {
  CatalogConflictError,
  CatalogNotFoundError,
  CatalogPlugin,
  type CallOptions,
  type Catalog,
  type CatalogField,
  type HealthStatus,
  type VendedCredentials,
} from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** A catalog in memory. */
export class FakeCatalog extends CatalogPlugin implements Fake {
  readonly calls: readonly FakeCall[];
  /** Namespace to the tables in it, each with its schema. */
  readonly namespaces: Map<string, Map<string, readonly CatalogField[]>> = new Map<string, Map<string, readonly CatalogField[]>>();

  constructor(options: FakeOptions<CatalogPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  async connect(options?: CallOptions): Promise<Catalog> {
    options?.signal?.throwIfAborted();
    return { name: this.name, uri: "memory:catalog" };
  }

  async createNamespace(namespace: string, _properties?: Readonly<Record<string, string>>, options?: CallOptions): Promise<void> {
    options?.signal?.throwIfAborted();
    if (this.namespaces.has(namespace)) throw new CatalogConflictError(`Cannot create namespace ${namespace}: it exists`);
    this.namespaces.set(namespace, new Map());
  }

  async listNamespaces(parent?: string, options?: CallOptions): Promise<readonly string[]> {
    options?.signal?.throwIfAborted();
    const names = [...this.namespaces.keys()].sort();
    return parent === undefined ? names : names.filter((name) => name.startsWith(`${parent}.`));
  }

  async deleteNamespace(namespace: string, options?: CallOptions): Promise<void> {
    options?.signal?.throwIfAborted();
    if (this.#tablesOf(namespace).size > 0) {
      throw new CatalogConflictError(`Cannot delete namespace ${namespace}: it is not empty`);
    }
    this.namespaces.delete(namespace);
  }

  async createTable(identifier: string, schema: readonly CatalogField[], options?: CallOptions): Promise<void> {
    options?.signal?.throwIfAborted();
    const tables = this.#tablesOf(namespaceOf(identifier));
    if (tables.has(identifier)) throw new CatalogConflictError(`Cannot create table ${identifier}: it exists`);
    tables.set(identifier, schema);
  }

  async listTables(namespace: string, options?: CallOptions): Promise<readonly string[]> {
    options?.signal?.throwIfAborted();
    return [...this.#tablesOf(namespace).keys()].sort();
  }

  async dropTable(identifier: string, options?: CallOptions): Promise<void> {
    options?.signal?.throwIfAborted();
    if (!this.#tablesOf(namespaceOf(identifier)).delete(identifier)) {
      throw new CatalogNotFoundError(`Cannot drop table ${identifier}: it does not exist`);
    }
  }

  async vendCredentials(
    _tablePath?: string,
    _operations?: readonly ("READ" | "WRITE")[],
    options?: CallOptions,
  ): Promise<VendedCredentials> {
    options?.signal?.throwIfAborted();
    return { accessKey: "fake-access-key", secretKey: "fake-secret-key", expiresAt: "2999-01-01T00:00:00.000Z" };
  }

  override healthCheck(): HealthStatus {
    return { state: "healthy" };
  }

  #tablesOf(namespace: string): Map<string, readonly CatalogField[]> {
    const tables = this.namespaces.get(namespace);
    if (tables !== undefined) return tables;
    throw new CatalogNotFoundError(`Cannot find namespace ${namespace}: it does not exist`);
  }
}

function namespaceOf(identifier: string): string {
  return identifier.slice(0, Math.max(0, identifier.lastIndexOf(".")));
}
