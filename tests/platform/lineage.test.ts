import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { floe } from "./support/floe.ts";
import { makeProduct } from "./support/product.ts";

interface LineageEvent {
  readonly eventType: string;
  readonly run: { readonly runId: string; readonly facets?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  readonly job: { readonly namespace: string; readonly name: string };
  readonly inputs: readonly { readonly name: string }[];
  readonly outputs: readonly { readonly name: string; readonly facets: Readonly<Record<string, Readonly<Record<string, unknown>>>> }[];
}

test("a run of DuckDB leaves lineage: order, parents, schema, where each column comes from, and why a step failed", async () => {
  const { root } = await makeProduct({
    "floe.yaml": `name: shop
plugins:
  compute: { type: duckdb, config: { path: ./product.duckdb } }
  orchestrator: { type: local, config: { lineage: { type: file, path: ./lineage.jsonl } } }
sources: [{ name: source, path: ./rows.csv }]
transforms: ./models
`,
    "rows.csv": "id,amount\n1,10\n1,20\n2,30\n",
    "models/orders.sql": "SELECT id AS customer, amount FROM source",
    "models/totals.sql": "SELECT customer, sum(amount) AS total FROM orders GROUP BY customer",
    "models/wrong.sql": "SELECT CAST('x' AS INTEGER) AS number FROM totals",
  });
  expect((await floe(root, "run")).exitCode).toBe(1);
  const lines = readFileSync(path.join(root, "lineage.jsonl"), "utf8").trimEnd().split("\n");
  const events = lines.map((line) => JSON.parse(line) as LineageEvent);
  expect(events.map(({ eventType, job }) => `${eventType} ${job.name}`)).toEqual([
    "START shop",
    "START shop.orders",
    "COMPLETE shop.orders",
    "START shop.totals",
    "COMPLETE shop.totals",
    "START shop.wrong",
    "FAIL shop.wrong",
    "FAIL shop",
  ]);
  const [product, , orders, , totals, , wrong] = events;
  expect(totals?.run.facets?.["parent"]).toMatchObject({ run: { runId: product?.run.runId }, job: { name: "shop" } });
  expect(orders?.inputs.map(({ name }) => name)).toEqual([path.join(root, "rows.csv")]);
  expect(totals?.inputs.map(({ name }) => name)).toEqual(["shop.orders"]);
  const [output] = totals?.outputs ?? [];
  expect(output?.name).toBe("shop.totals");
  expect(output?.facets["schema"]).toMatchObject({ fields: [{ name: "customer" }, { name: "total" }] });
  expect(output?.facets["columnLineage"]).toMatchObject({
    fields: {
      customer: { inputFields: [{ name: "shop.orders", field: "customer", transformations: [{ subtype: "IDENTITY" }] }] },
      total: { inputFields: [{ name: "shop.orders", field: "amount", transformations: [{ subtype: "AGGREGATION" }] }] },
    },
  });
  expect(wrong?.run.facets?.["errorMessage"]).toMatchObject({ message: expect.stringContaining("Could not convert string 'x'") as string });
});
