import { CatalogNotSupportedError, PluginType, type CatalogPlugin } from "floe-core";
import { expect, test } from "vitest";
import type { Clause } from "../../../../../src/contract/clause.ts";
import { CatalogTrial } from "../../../../../src/contract/types/catalog/catalog-trial.ts";
import { FakeCatalog } from "../../../../../src/fakes/fake-catalog.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

async function tried(create: () => FakeCatalog, use: (catalog: CatalogTrial) => Promise<void>): Promise<string | undefined> {
  const clause: Clause<CatalogPlugin> = { id: "catalog/connects", title: "is tried", check: (trial) => CatalogTrial.run(trial, use) };
  const options = { create, samples: { catalog: { namespace: "mine" } } };
  return (await tryClauses(PluginType.CATALOG, [clause], options))[clause.id];
}

test("CatalogTrial removes what was made, below first, also after a failure", async () => {
  const catalogs: FakeCatalog[] = [];
  const create = (): FakeCatalog => {
    const catalog = new FakeCatalog();
    catalogs.push(catalog);
    return catalog;
  };
  let namespaces = 0;
  const outcome = await tried(create, async (made) => {
    await made.createNamespace(made.namespace);
    await made.createNamespace(`${made.namespace}.below`);
    await made.createTable(`${made.namespace}.below.orders`);
    namespaces = catalogs.reduce((sum, catalog) => sum + catalog.namespaces.size, 0);
    throw new Error("half-way");
  });
  expect(outcome).toContain("half-way");
  expect(namespaces).toBe(2);
  expect(catalogs.map((catalog) => catalog.namespaces.size)).toEqual(catalogs.map(() => 0));
});

test("CatalogTrial has a namespace of its own each time", async () => {
  const names: string[] = [];
  for (const _ of [1, 2]) await tried(() => new FakeCatalog(), async ({ namespace }) => void names.push(namespace));
  expect(names[0]).toMatch(/^mine_[0-9a-f]{12}$/);
  expect(new Set(names).size).toBe(2);
});

test("CatalogTrial takes what is not supported for not offered, and nothing else", async () => {
  const outcome = await tried(() => new FakeCatalog(), (made) =>
    made.ask("connect", () => Promise.reject(new CatalogNotSupportedError("Cannot connect: never"))),
  );
  expect(outcome).toBe("skipped: connect: Cannot connect: never");
  const failed = await tried(() => new FakeCatalog(), (made) => made.ask("connect", () => Promise.reject(new Error("no"))));
  expect(failed).toContain("broken: ");
});
