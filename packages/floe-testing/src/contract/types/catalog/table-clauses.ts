import type { CatalogPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { listOf } from "../../shapes/list-of.ts";
import type { Trial } from "../../trial/trial.ts";
import { CatalogTrial } from "./catalog-trial.ts";

/** What a catalog promises of its tables. */
export const TABLE_CLAUSES: readonly Clause<CatalogPlugin>[] = [
  {
    id: "catalog/lists-tables",
    title: "lists the tables of a namespace by their identifiers, sorted, and no others",
    after: STARTED,
    check: (trial) =>
      withTables(trial, async (catalog) => {
        const other = `${catalog.namespace}_other`;
        await catalog.createNamespace(other);
        await catalog.createTable(`${other}.orders`);
        const [listed, expected] = [await tables(catalog), [`${catalog.namespace}.lines`, `${catalog.namespace}.orders`]];
        ensure(listed.join() === expected.join(), `listTables of ${expected.join(" and ")} is ${JSON.stringify(listed)}`);
      }),
  },
  {
    id: "catalog/drops-tables",
    title: "drops a table, and no other",
    after: [...STARTED, "catalog/lists-tables"],
    check: (trial) => withTables(trial, (catalog) => drop(catalog, {})),
  },
  {
    id: "catalog/purges-tables",
    title: "drops a table with its files where that is asked for",
    after: [...STARTED, "catalog/lists-tables", "catalog/drops-tables"],
    check: (trial) => withTables(trial, (catalog) => drop(catalog, { purge: true })),
  },
  {
    id: "catalog/refuses-a-second-table",
    title: "refuses to make a table that exists, as a conflict",
    after: [...STARTED, "catalog/lists-tables"],
    check: (trial) =>
      withTables(trial, async (catalog) => {
        await catalog.refused("createTable of one that exists", "CONFLICT", (plugin, signal) =>
          plugin.createTable(`${catalog.namespace}.orders`, catalog.schema, { signal }),
        );
      }),
  },
  {
    id: "catalog/refuses-a-missing-table",
    title: "refuses to drop a table that there is not, as not found",
    after: [...STARTED, "catalog/lists-tables"],
    check: (trial) =>
      withTables(trial, async (catalog) => {
        await catalog.refused("dropTable of one that there is not", "NOT_FOUND", (plugin, signal) =>
          plugin.dropTable(`${catalog.namespace}.absent`, { signal }),
        );
      }),
  },
];

/** A catalog with two tables in one namespace. */
async function withTables(trial: Trial<CatalogPlugin>, use: (catalog: CatalogTrial) => Promise<void>): Promise<void> {
  await CatalogTrial.run(trial, async (catalog) => {
    await catalog.createNamespace(catalog.namespace);
    for (const table of ["orders", "lines"]) await catalog.createTable(`${catalog.namespace}.${table}`);
    await use(catalog);
  });
}

async function drop(catalog: CatalogTrial, options: { readonly purge?: boolean }): Promise<void> {
  const what = options.purge === true ? "dropTable with purge" : "dropTable";
  await catalog.ask(what, (plugin, signal) => plugin.dropTable(`${catalog.namespace}.orders`, { ...options, signal }));
  const listed = await tables(catalog);
  ensure(listed.join() === `${catalog.namespace}.lines`, `After ${what} of one of two tables, listTables is ${JSON.stringify(listed)}`);
}

async function tables(catalog: CatalogTrial): Promise<readonly string[]> {
  const listed = await catalog.ask("listTables", (plugin, signal) => plugin.listTables(catalog.namespace, { signal }));
  return listOf(listed, "listTables");
}
