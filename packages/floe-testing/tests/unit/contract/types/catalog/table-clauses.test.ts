import { CatalogUnavailableError, PluginType } from "floe-core";
import { expect, test } from "vitest";
import { TABLE_CLAUSES } from "../../../../../src/contract/types/catalog/table-clauses.ts";
import { FakeCatalog } from "../../../../../src/fakes/fake-catalog.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

test("TABLE_CLAUSES make tables with the columns and in the namespaces that are declared", async () => {
  const catalog = new FakeCatalog();
  const schema = [{ name: "key", type: "uuid" }];
  const create = (): FakeCatalog => new FakeCatalog({ createTable: catalog.createTable, createNamespace: catalog.createNamespace });
  await tryClauses(PluginType.CATALOG, TABLE_CLAUSES, { create, samples: { catalog: { namespace: "mine", schema } } });
  const made = catalog.calls.filter(({ hook }) => hook === "createTable");
  expect(made.length).toBeGreaterThan(0);
  for (const call of made) expect(call.arguments).toMatchObject([expect.stringMatching(/^mine_[0-9a-f]{12}(_other)?\./), schema, {}]);
});

test("TABLE_CLAUSES refuse a table that is missing with another error than that it is", async () => {
  class Away extends FakeCatalog {
    override async dropTable(identifier: string): Promise<void> {
      if (identifier.endsWith(".absent")) throw new CatalogUnavailableError("Cannot drop: 404");
      await super.dropTable(identifier);
    }
  }
  const outcomes = await tryClauses(PluginType.CATALOG, TABLE_CLAUSES, { create: () => new Away() });
  expect(outcomes).toEqual({
    ...allKept(TABLE_CLAUSES),
    "catalog/refuses-a-missing-table": expect.stringContaining("FLOE_CATALOG_UNAVAILABLE (Cannot drop: 404)"),
  });
});
