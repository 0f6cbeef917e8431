import { describe, expect, test } from "vitest";
import { FakeCatalog } from "../../../src/fakes/fake-catalog.ts";

const CONFLICT = { code: "FLOE_CATALOG_CONFLICT" };
const NOT_FOUND = { code: "FLOE_CATALOG_NOT_FOUND" };

describe("FakeCatalog", () => {
  test("FakeCatalog connects, is healthy and vends credentials", async () => {
    const catalog = new FakeCatalog({ name: "memory" });
    await expect(catalog.connect()).resolves.toEqual({ name: "memory", uri: "memory:catalog" });
    expect(catalog.healthCheck()).toEqual({ state: "healthy" });
    await expect(catalog.vendCredentials()).resolves.toMatchObject({ accessKey: "fake-access-key" });
  });

  test("FakeCatalog keeps namespaces, sorted and by parent", async () => {
    const catalog = new FakeCatalog();
    for (const namespace of ["b", "a", "a.x"]) await catalog.createNamespace(namespace);
    await expect(catalog.listNamespaces()).resolves.toEqual(["a", "a.x", "b"]);
    await expect(catalog.listNamespaces("a")).resolves.toEqual(["a.x"]);
    await catalog.deleteNamespace("b");
    await expect(catalog.listNamespaces()).resolves.toEqual(["a", "a.x"]);
  });

  test("FakeCatalog keeps tables, sorted", async () => {
    const catalog = new FakeCatalog();
    await catalog.createNamespace("a.x");
    for (const table of ["a.x.two", "a.x.one"]) await catalog.createTable(table, [{ name: "id", type: "long" }]);
    await expect(catalog.listTables("a.x")).resolves.toEqual(["a.x.one", "a.x.two"]);
    await catalog.dropTable("a.x.one");
    await expect(catalog.listTables("a.x")).resolves.toEqual(["a.x.two"]);
  });

  test("FakeCatalog refuses what exists, is not empty or is not there, each with the type's own error", async () => {
    const catalog = new FakeCatalog();
    await catalog.createNamespace("a");
    await catalog.createTable("a.t", []);
    await expect(catalog.createNamespace("a")).rejects.toMatchObject(CONFLICT);
    await expect(catalog.createTable("a.t", [])).rejects.toMatchObject(CONFLICT);
    await expect(catalog.deleteNamespace("a")).rejects.toMatchObject(CONFLICT);
    await expect(catalog.deleteNamespace("b")).rejects.toMatchObject(NOT_FOUND);
    await expect(catalog.listTables("b")).rejects.toMatchObject(NOT_FOUND);
    await expect(catalog.dropTable("a.u")).rejects.toMatchObject(NOT_FOUND);
    await expect(catalog.createTable("rootless", [])).rejects.toMatchObject(NOT_FOUND);
  });
});

test("FakeCatalog gives up once the signal is aborted", async () => {
  const [catalog, late] = [new FakeCatalog(), { signal: AbortSignal.abort("late") }];
  await expect(catalog.createNamespace("a", {}, late)).rejects.toBe("late");
  await expect(catalog.createTable("a.t", [], late)).rejects.toBe("late");
  await expect(catalog.vendCredentials("a.t", ["READ"], late)).rejects.toBe("late");
  expect(catalog.namespaces.size).toBe(0);
});
