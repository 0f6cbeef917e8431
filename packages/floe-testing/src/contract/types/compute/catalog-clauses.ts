import type { CatalogConnection, ComputePlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { SETTLED } from "../../base/lifecycle-clauses.ts";
import { ensure, NotOffered } from "../../contract-breach.ts";
import { listOf } from "../../shapes/list-of.ts";

const CREDENTIALS = { clientId: "floe-contract-client", clientSecret: "floe-contract-client-secret" } as const;

const CATALOG: CatalogConnection = { name: "floe_contract", uri: "https://catalog.example", warehouse: "warehouse" };

/** How a compute plugin attaches an Iceberg catalog. */
export const CATALOG_CLAUSES: readonly Clause<ComputePlugin>[] = [
  {
    id: "compute/catalog-attachment",
    title: "answers with the statements that attach an Iceberg catalog, or with null if it cannot",
    after: SETTLED,
    async check(trial) {
      const plugin = await trial.configure();
      for (const catalog of [CATALOG, { ...CATALOG, credentials: CREDENTIALS }]) {
        const statements: unknown = plugin.getCatalogAttachmentSql(catalog);
        if (statements === null) throw new NotOffered("it attaches no Iceberg catalogs");
        ensure(listOf(statements, "getCatalogAttachmentSql").length > 0, "getCatalogAttachmentSql is an empty list, where null says that it cannot");
      }
    },
  },
  {
    id: "compute/catalog-attachment-hides-credentials",
    title: "keeps credentials out of the text of ATTACH",
    after: [...SETTLED, "compute/catalog-attachment"],
    async check(trial) {
      const plugin = await trial.configure();
      const statements = plugin.getCatalogAttachmentSql({ ...CATALOG, credentials: CREDENTIALS });
      if (statements === null) throw new NotOffered("it attaches no Iceberg catalogs");
      const telling = statements.filter((sql) => /\battach\b/i.test(sql) && Object.values(CREDENTIALS).some((one) => sql.includes(one)));
      ensure(telling.length === 0, "The text of ATTACH holds the catalog's credentials");
    },
  },
];
