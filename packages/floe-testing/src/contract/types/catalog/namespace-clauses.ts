import type { CatalogPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { ensureSorted } from "../../shapes/ensure-sorted.ts";
import { listOf } from "../../shapes/list-of.ts";
import { CatalogTrial } from "./catalog-trial.ts";

/** What a catalog promises of its namespaces. */
export const NAMESPACE_CLAUSES: readonly Clause<CatalogPlugin>[] = [
  {
    id: "catalog/lists-namespaces",
    title: "lists the namespaces that were made, sorted",
    after: STARTED,
    check: (trial) =>
      CatalogTrial.run(trial, async (catalog) => {
        const made = [`${catalog.namespace}_b`, `${catalog.namespace}_a`];
        for (const namespace of made) await catalog.createNamespace(namespace);
        const listed = await namespaces(catalog);
        ensure(made.every((namespace) => listed.includes(namespace)), "A namespace that was made is not listed");
        ensureSorted(listed, "listNamespaces");
      }),
  },
  {
    id: "catalog/lists-below-a-parent",
    title: "lists, of a parent, just the namespaces below it",
    after: [...STARTED, "catalog/lists-namespaces"],
    check: (trial) =>
      CatalogTrial.run(trial, async (catalog) => {
        const parent = catalog.namespace;
        // Its name begins with the parent's, and it is not below it.
        await catalog.createNamespace(parent);
        await catalog.createNamespace(`${parent}_beside`);
        for (const child of [`${parent}.b`, `${parent}.a`]) await catalog.createNamespace(child);
        const listed = await namespaces(catalog, parent);
        ensureSorted(listed, "listNamespaces with a parent");
        ensure(listed.join() === `${parent}.a,${parent}.b`, `listNamespaces of a parent with two below it is ${JSON.stringify(listed)}`);
      }),
  },
  {
    id: "catalog/deletes-namespaces",
    title: "deletes an empty namespace",
    after: [...STARTED, "catalog/lists-namespaces"],
    check: (trial) =>
      CatalogTrial.run(trial, async (catalog) => {
        await catalog.createNamespace(catalog.namespace);
        await catalog.ask("deleteNamespace", (plugin, signal) => plugin.deleteNamespace(catalog.namespace, { signal }));
        ensure(!(await namespaces(catalog)).includes(catalog.namespace), "A namespace that was deleted is still listed");
      }),
  },
  {
    id: "catalog/keeps-what-is-not-empty",
    title: "refuses to delete a namespace that has tables, as a conflict",
    after: [...STARTED, "catalog/lists-namespaces", "catalog/lists-tables"],
    check: (trial) =>
      CatalogTrial.run(trial, async (catalog) => {
        await catalog.createNamespace(catalog.namespace);
        await catalog.createTable(`${catalog.namespace}.orders`);
        await catalog.refused("deleteNamespace of one with a table", "CONFLICT", (plugin, signal) =>
          plugin.deleteNamespace(catalog.namespace, { signal }),
        );
      }),
  },
  {
    id: "catalog/refuses-a-second-namespace",
    title: "refuses to make a namespace that exists, as a conflict",
    after: STARTED,
    check: (trial) =>
      CatalogTrial.run(trial, async (catalog) => {
        await catalog.createNamespace(catalog.namespace);
        await catalog.refused("createNamespace of one that exists", "CONFLICT", (plugin, signal) =>
          plugin.createNamespace(catalog.namespace, {}, { signal }),
        );
      }),
  },
  {
    id: "catalog/refuses-a-missing-namespace",
    title: "refuses what is asked of a namespace that there is not, as not found",
    after: STARTED,
    check: (trial) =>
      CatalogTrial.run(trial, async (catalog) => {
        const { namespace, schema } = catalog;
        await catalog.refused("deleteNamespace of one that there is not", "NOT_FOUND", (plugin, signal) =>
          plugin.deleteNamespace(namespace, { signal }),
        );
        await catalog.refused("listTables of a namespace that there is not", "NOT_FOUND", (plugin, signal) =>
          plugin.listTables(namespace, { signal }),
        );
        await catalog.refused("createTable in a namespace that there is not", "NOT_FOUND", (plugin, signal) =>
          plugin.createTable(`${namespace}.orders`, schema, { signal }),
        );
      }),
  },
];

async function namespaces(catalog: CatalogTrial, parent?: string): Promise<readonly string[]> {
  return listOf(await catalog.ask("listNamespaces", (plugin, signal) => plugin.listNamespaces(parent, { signal })), "listNamespaces");
}
