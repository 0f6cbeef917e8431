import { describe, expect, test } from "vitest";
import { catalogAttachmentSql } from "../../../src/catalog/catalog-attachment.ts";
import { caught } from "../../support/caught.ts";
import { memoryStatements } from "../../support/open-memory.ts";

const catalog = {
  name: "lake",
  uri: "https://catalog.example/api/",
  warehouse: "sales",
  credentials: { clientId: "floe", clientSecret: "hunter2" },
};

describe("catalogAttachmentSql", () => {
  test("creates the secret apart from the ATTACH, which names it", () => {
    expect(catalogAttachmentSql(catalog)).toEqual([
      "LOAD iceberg",
      "CREATE OR REPLACE TEMPORARY SECRET \"floe_catalog_lake\" (TYPE iceberg, CLIENT_ID 'floe', CLIENT_SECRET 'hunter2', OAUTH2_SERVER_URI 'https://catalog.example/api/v1/oauth/tokens')",
      "ATTACH IF NOT EXISTS 'sales' AS \"lake\" (TYPE iceberg, ENDPOINT 'https://catalog.example/api', SECRET \"floe_catalog_lake\")",
    ]);
  });

  test("needs no secret without credentials", () => {
    const { name, uri, warehouse } = catalog;
    expect(catalogAttachmentSql({ name, uri, warehouse })).toEqual([
      "LOAD iceberg",
      "ATTACH IF NOT EXISTS 'sales' AS \"lake\" (TYPE iceberg, ENDPOINT 'https://catalog.example/api', AUTHORIZATION_TYPE 'none')",
    ]);
  });

  test("quotes whatever it is given: DuckDB reads each as one statement and misses only the extension", async () => {
    const evil = `x"' ; DROP TABLE kept; --`;
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE kept AS SELECT 1 AS a");
    const all = catalogAttachmentSql({ name: evil, uri: evil, warehouse: evil, credentials: { clientId: evil, clientSecret: evil } });
    for (const sql of all) {
      const error = await caught(() => statements.run(sql));
      expect(error).toMatchObject({ code: "FLOE_DUCKDB_SQL", reason: expect.stringContaining("iceberg") });
      expect((error as { exceptionType: string }).exceptionType).not.toBe("Parser");
    }
    expect(all.at(-1)).not.toContain("CLIENT_SECRET");
    expect(await statements.rows("FROM kept")).toEqual([{ a: 1 }]);
  });
});
