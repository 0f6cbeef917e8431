import { CatalogNotSupportedError, PluginType } from "floe-core";
import { expect, test } from "vitest";
import { NAMESPACE_CLAUSES } from "../../../../../src/contract/types/catalog/namespace-clauses.ts";
import { FakeCatalog } from "../../../../../src/fakes/fake-catalog.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

test("NAMESPACE_CLAUSES skip namespaces below others where a catalog does not support them", async () => {
  class Flat extends FakeCatalog {
    override async createNamespace(namespace: string): Promise<void> {
      if (namespace.includes(".")) throw new CatalogNotSupportedError("Cannot nest namespaces: this catalog is flat");
      await super.createNamespace(namespace);
    }
  }
  const outcomes = await tryClauses(PluginType.CATALOG, NAMESPACE_CLAUSES, { create: () => new Flat() });
  expect(outcomes).toEqual({
    ...allKept(NAMESPACE_CLAUSES),
    "catalog/lists-below-a-parent": "skipped: createNamespace: Cannot nest namespaces: this catalog is flat",
  });
});

test("NAMESPACE_CLAUSES refuse a catalog that forgets what was made", async () => {
  const create = (): FakeCatalog => new FakeCatalog({ listNamespaces: async () => [] });
  const outcomes = await tryClauses(PluginType.CATALOG, NAMESPACE_CLAUSES, { create });
  expect(outcomes["catalog/lists-namespaces"]).toBe("broken: A namespace that was made is not listed");
  expect(outcomes["catalog/deletes-namespaces"]).toBe("untried: see catalog/lists-namespaces");
});
