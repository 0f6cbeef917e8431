import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { CATALOG_CLAUSES } from "../../../../../src/contract/types/catalog/catalog-clauses.ts";
import { FakeCatalog } from "../../../../../src/fakes/fake-catalog.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

test("CATALOG_CLAUSES are kept by the type's fake", async () => {
  const outcomes = await tryClauses(PluginType.CATALOG, CATALOG_CLAUSES, { create: () => new FakeCatalog() });
  expect(outcomes).toEqual(allKept(CATALOG_CLAUSES));
});

test("CATALOG_CLAUSES leave a catalog as they found it", async () => {
  const catalogs: FakeCatalog[] = [];
  const create = (): FakeCatalog => {
    const catalog = new FakeCatalog();
    catalogs.push(catalog);
    return catalog;
  };
  await tryClauses(PluginType.CATALOG, CATALOG_CLAUSES, { create });
  expect(catalogs.some(({ calls }) => calls.some(({ hook }) => hook === "createTable"))).toBe(true);
  expect(catalogs.flatMap(({ namespaces }) => [...namespaces.keys()])).toEqual([]);
});

test("CATALOG_CLAUSES refuse credentials without a key, and a time that is not UTC", async () => {
  const vended = { accessKey: "a", secretKey: "s", expiresAt: "2999-01-01T00:00:00Z" };
  for (const change of [{ secretKey: "" }, { expiresAt: "2999-01-01T00:00:00+02:00" }]) {
    const create = (): FakeCatalog => new FakeCatalog({ vendCredentials: async () => ({ ...vended, ...change }) });
    const outcomes = await tryClauses(PluginType.CATALOG, CATALOG_CLAUSES, { create });
    expect(outcomes["catalog/vends-credentials"]).toContain(`broken: The ${Object.keys(change).join()}`);
  }
});
