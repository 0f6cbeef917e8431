import { describe, expect, test } from "vitest";
import { withDatabase } from "./support/database.ts";
import { runProduct } from "./support/floe.ts";
import { makeProduct, type Product } from "./support/product.ts";

const models = {
  "models/appended.sql": `-- floe: { materialization: incremental, watermark: day }
SELECT id, day, amount FROM source`,
  "models/upserted.sql": `-- floe: { materialization: incremental, uniqueKey: [id] }
SELECT id, day, amount FROM source`,
};

function source(...rows: readonly string[]): Readonly<Record<string, string>> {
  return { "rows.csv": `id,day,amount\n${rows.join("\n")}\n` };
}

/** Runs the product. Answers how many rows each step says it wrote. */
async function writtenRows(product: Product): Promise<unknown> {
  const { run } = await runProduct(product.root);
  return Object.fromEntries(run.steps.map(({ name, rows }) => [name, rows]));
}

/** A table's rows by id, and the rowid of each: a row that is written anew gets another one. */
async function read(product: Product, table: string): Promise<{ readonly rows: readonly string[]; readonly rowids: readonly string[] }> {
  return withDatabase(product.database, async (query) => {
    const rows = await query(`SELECT rowid, concat(id, ',', day, ',', amount) AS row FROM ${table} ORDER BY id`);
    return { rows: rows.map(({ row }) => String(row)), rowids: rows.map(({ rowid }) => String(rowid)) };
  });
}

const FIRST = ["1,2001-01-01,10", "2,2001-01-01,20", "3,2001-01-02,"];
/** Two rows are new, and one has another amount, which only a transform with a key can tell. */
const THEN = ["1,2001-01-01,10", "2,2001-01-01,21", "3,2001-01-02,", "4,2001-01-03,40", "5,2001-01-04,50"];

describe("a product with incremental transforms", () => {
  test("writes nothing when it runs again unchanged, with watermark and with uniqueKey", async () => {
    const product = await makeProduct({ ...models, ...source(...FIRST) });
    expect(await writtenRows(product)).toEqual({ appended: 3, upserted: 3 });
    const before = [await read(product, "appended"), await read(product, "upserted")];
    expect(before).toEqual([expect.objectContaining({ rows: FIRST }), expect.objectContaining({ rows: FIRST })]);
    expect(await writtenRows(product)).toEqual({ appended: 0, upserted: 0 });
    expect([await read(product, "appended"), await read(product, "upserted")]).toEqual(before);
  });

  test("writes exactly the rows that are new since", async () => {
    const product = await makeProduct({ ...models, ...source(...FIRST) });
    await writtenRows(product);
    const before = await read(product, "appended");
    await product.write(source(...THEN));
    expect(await writtenRows(product)).toEqual({ appended: 2, upserted: 3 });
    const appended = await read(product, "appended");
    expect(appended.rows).toEqual([...FIRST, ...THEN.slice(3)]);
    expect(appended.rowids.slice(0, FIRST.length)).toEqual(before.rowids);
    // Where rows were replaced, DuckDB numbers anew when it writes the file: there, rowids tell nothing.
    expect((await read(product, "upserted")).rows).toEqual(THEN);
  });
});
