import type { CatalogPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { ensureTime } from "../../shapes/ensure-time.ts";
import { objectOf } from "../../shapes/object-of.ts";
import { signalsClause } from "../../shapes/signals-clause.ts";
import { CatalogTrial } from "./catalog-trial.ts";
import { NAMESPACE_CLAUSES } from "./namespace-clauses.ts";
import { TABLE_CLAUSES } from "./table-clauses.ts";

/** What a catalog plugin promises. That it has a health check of its own is asked for on load. */
export const CATALOG_CLAUSES: readonly Clause<CatalogPlugin>[] = [
  {
    id: "catalog/connects",
    title: "says to what it is connected: { name, uri, warehouse? }",
    after: STARTED,
    check: (trial) =>
      CatalogTrial.run(trial, async (catalog) => {
        const { name, uri, warehouse } = objectOf(await catalog.ask("connect", (plugin, signal) => plugin.connect({ signal })), "connect");
        ensureText(name, "The name of what it is connected to");
        ensureText(uri, "The uri of what it is connected to");
        if (warehouse !== undefined) ensureText(warehouse, "The warehouse of what it is connected to");
      }),
  },
  ...NAMESPACE_CLAUSES,
  ...TABLE_CLAUSES,
  {
    id: "catalog/vends-credentials",
    title: "vends credentials that are still good: { accessKey, secretKey, token?, expiresAt }",
    after: [...STARTED, "catalog/lists-tables"],
    check: (trial) =>
      CatalogTrial.run(trial, async (catalog) => {
        const table = `${catalog.namespace}.orders`;
        await catalog.createNamespace(catalog.namespace);
        await catalog.createTable(table);
        const vended = await catalog.ask("vendCredentials", (plugin, signal) =>
          plugin.vendCredentials(table, ["READ", "WRITE"], { signal }),
        );
        const { accessKey, secretKey, token, expiresAt } = objectOf(vended, "vendCredentials");
        ensureText(accessKey, "The accessKey that it vends");
        ensureText(secretKey, "The secretKey that it vends");
        if (token !== undefined) ensureText(token, "The token that it vends");
        ensure(ensureTime(expiresAt, "The expiresAt that it vends") > Date.now(), "It vends credentials that have expired");
      }),
  },
  signalsClause<CatalogPlugin>({
    id: "catalog/honours-signals",
    after: ["catalog/connects"],
    calls(plugin, { declaration }) {
      // Nothing is made: each call is given up, or is about something that there is not. So createNamespace has no place here.
      const namespace = `${declaration.samples.catalog?.namespace ?? "floe_contract"}_absent`;
      const table = `${namespace}.absent`;
      return {
        connect: (signal) => plugin.connect({ signal }),
        listNamespaces: (signal) => plugin.listNamespaces(undefined, { signal }),
        deleteNamespace: (signal) => plugin.deleteNamespace(namespace, { signal }),
        createTable: (signal) => plugin.createTable(table, [], { signal }),
        listTables: (signal) => plugin.listTables(namespace, { signal }),
        dropTable: (signal) => plugin.dropTable(table, { signal }),
        vendCredentials: (signal) => plugin.vendCredentials(table, ["READ"], { signal }),
      };
    },
  }),
];
