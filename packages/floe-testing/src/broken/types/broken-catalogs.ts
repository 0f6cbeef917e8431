import { CatalogPlugin, PluginType, type CallOptions, type CatalogField } from "floe-core";
import { FakeCatalog } from "../../fakes/fake-catalog.ts";
import type { BrokenPlugin } from "../broken-plugin.ts";
import { brokenFake, type BrokenFakeParts } from "./broken-fake.ts";

type Drop = { readonly purge?: boolean } & CallOptions;

/** The abstract class as plain JavaScript knows it: nothing makes a subclass implement anything. */
const UncheckedCatalog = CatalogPlugin as unknown as new () => object;

/** Catalogs that break one promise of their type. */
export const BROKEN_CATALOGS: readonly BrokenPlugin[] = Object.freeze([
  broken({
    id: "catalog-health-is-inherited",
    title: "that is a catalog without a health check of its own",
    violates: "members/required",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["healthCheck"] },
    class: class extends UncheckedCatalog {
      readonly connect = nothing;
      readonly createNamespace = nothing;
      readonly listNamespaces = nothing;
      readonly deleteNamespace = nothing;
      readonly createTable = nothing;
      readonly listTables = nothing;
      readonly dropTable = nothing;
      readonly vendCredentials = nothing;
    },
  }),
  broken({
    id: "catalog-is-nowhere",
    title: "that is a catalog connected to an empty uri",
    violates: "catalog/connects",
    members: { connect: async () => ({ name: "broken", uri: "" }) },
  }),
  broken({
    id: "catalog-does-not-sort",
    title: "that is a catalog and lists namespaces backwards",
    violates: "catalog/lists-namespaces",
    class: class extends FakeCatalog {
      override async listNamespaces(parent?: string, options?: CallOptions): Promise<readonly string[]> {
        return [...(await super.listNamespaces(parent, options))].reverse();
      }
    },
  }),
  broken({
    id: "catalog-takes-a-prefix-for-a-parent",
    title: "that is a catalog and lists what is beside a parent as below it",
    violates: "catalog/lists-below-a-parent",
    class: class extends FakeCatalog {
      override async listNamespaces(parent = "", options?: CallOptions): Promise<readonly string[]> {
        return (await super.listNamespaces(undefined, options)).filter((name) => name.startsWith(parent) && name !== parent);
      }
    },
  }),
  broken({
    id: "catalog-keeps-deleted-namespaces",
    title: "that is a catalog and keeps namespaces that were deleted",
    violates: "catalog/deletes-namespaces",
    class: class extends FakeCatalog {
      override async deleteNamespace(namespace: string, options?: CallOptions): Promise<void> {
        await super.deleteNamespace(namespace, options);
        this.namespaces.set(namespace, new Map());
      }
    },
  }),
  broken({
    id: "catalog-deletes-tables-with-namespaces",
    title: "that is a catalog and deletes namespaces with all that is in them",
    violates: "catalog/keeps-what-is-not-empty",
    class: class extends FakeCatalog {
      override async deleteNamespace(namespace: string, options?: CallOptions): Promise<void> {
        this.namespaces.get(namespace)?.clear();
        await super.deleteNamespace(namespace, options);
      }
    },
  }),
  broken({
    id: "catalog-makes-namespaces-twice",
    title: "that is a catalog and makes a namespace that exists",
    violates: "catalog/refuses-a-second-namespace",
    class: class extends FakeCatalog {
      override async createNamespace(namespace: string): Promise<void> {
        if (!this.namespaces.has(namespace)) await super.createNamespace(namespace);
      }
    },
  }),
  broken({
    id: "catalog-conflicts-without-a-code",
    title: "that is a catalog and refuses a namespace that exists with an error that is not floe's",
    violates: "catalog/refuses-a-second-namespace",
    class: class extends FakeCatalog {
      override async createNamespace(namespace: string): Promise<void> {
        if (this.namespaces.has(namespace)) throw new Error("it exists");
        await super.createNamespace(namespace);
      }
    },
  }),
  broken({
    id: "catalog-takes-missing-for-empty",
    title: "that is a catalog and takes a namespace that there is not for an empty one",
    violates: "catalog/refuses-a-missing-namespace",
    class: class extends FakeCatalog {
      override async listTables(namespace: string, options?: CallOptions): Promise<readonly string[]> {
        options?.signal?.throwIfAborted();
        return this.namespaces.has(namespace) ? super.listTables(namespace) : [];
      }
    },
  }),
  broken({
    id: "catalog-lists-bare-names",
    title: "that is a catalog and lists tables without their namespace",
    violates: "catalog/lists-tables",
    class: class extends FakeCatalog {
      override async listTables(namespace: string, options?: CallOptions): Promise<readonly string[]> {
        return (await super.listTables(namespace, options)).map((table) => table.slice(namespace.length + 1));
      }
    },
  }),
  broken({
    id: "catalog-keeps-dropped-tables",
    title: "that is a catalog and keeps tables that were dropped",
    violates: "catalog/drops-tables",
    class: class extends FakeCatalog {
      override async dropTable(identifier: string, options?: Drop): Promise<void> {
        await super.dropTable(identifier, options);
        await this.createTable(identifier, []);
      }
    },
  }),
  broken({
    id: "catalog-does-not-purge",
    title: "that is a catalog and does nothing where a table is to be purged",
    violates: "catalog/purges-tables",
    class: class extends FakeCatalog {
      override async dropTable(identifier: string, options?: Drop): Promise<void> {
        if (options?.purge !== true) await super.dropTable(identifier, options);
      }
    },
  }),
  broken({
    id: "catalog-replaces-tables",
    title: "that is a catalog and replaces a table that exists",
    violates: "catalog/refuses-a-second-table",
    class: class extends FakeCatalog {
      override async createTable(identifier: string, schema: readonly CatalogField[], options?: CallOptions): Promise<void> {
        for (const tables of this.namespaces.values()) tables.delete(identifier);
        await super.createTable(identifier, schema, options);
      }
    },
  }),
  broken({
    id: "catalog-drops-what-is-missing",
    title: "that is a catalog and drops tables that there are not",
    violates: "catalog/refuses-a-missing-table",
    class: class extends FakeCatalog {
      override async dropTable(identifier: string, options?: Drop): Promise<void> {
        options?.signal?.throwIfAborted();
        for (const tables of this.namespaces.values()) tables.delete(identifier);
      }
    },
  }),
  broken({
    id: "catalog-vends-what-has-expired",
    title: "that is a catalog and vends credentials that have expired",
    violates: "catalog/vends-credentials",
    class: class extends FakeCatalog {
      override async vendCredentials(...given: Parameters<FakeCatalog["vendCredentials"]>): ReturnType<FakeCatalog["vendCredentials"]> {
        return { ...(await super.vendCredentials(...given)), expiresAt: "2020-01-01T00:00:00Z" };
      }
    },
  }),
  broken({
    id: "catalog-ignores-its-signal",
    title: "that is a catalog and connects whatever its signal says",
    violates: "catalog/honours-signals",
    members: { connect: async () => ({ name: "broken", uri: "memory:catalog" }) },
  }),
]);

async function nothing(): Promise<void> {}

function broken(parts: BrokenFakeParts): BrokenPlugin {
  return brokenFake(PluginType.CATALOG, parts);
}
