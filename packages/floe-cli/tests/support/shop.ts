/** A small product over a CSV file: one engine, three transforms. */
export const shop: Readonly<Record<string, string>> = {
  "floe.yaml": `name: shop
plugins:
  compute: { type: duckdb, config: { path: ./shop.duckdb, threads: "\${env:THREADS:-1}" } }
sources:
  - { name: raw_orders, path: ./orders.csv }
transforms: ./models
`,
  "orders.csv": "id,customer,amount\n1,ann,10\n2,bob,5\n3,ann,7\n",
  "models/orders.sql": "SELECT id, customer, amount FROM raw_orders",
  "models/customers.sql": "SELECT customer, sum(amount) AS amount FROM orders GROUP BY customer",
  "models/best.sql": "-- floe: { materialization: view }\nSELECT * FROM customers WHERE amount > 6",
};
