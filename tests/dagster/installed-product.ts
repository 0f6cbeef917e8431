import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Tarballs } from "../package-managers/pack.ts";

/** What an author of a product on Dagster needs, and what those packages need of the others. */
const PACKAGES = ["floe-cli", "floe-core", "floe-dagster-orchestrator", "floe-duckdb-compute", "floe-lineage", "floe-platform"];

/** A small product on Dagster as its author has it: packed packages, and nothing of the workspace. */
export async function writeInstalledProduct(folder: string, tarballs: Tarballs, config: Readonly<Record<string, unknown>>): Promise<void> {
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, `file:${tarballs[name] ?? ""}`]));
  const files = {
    // What the packages need of each other is in no registry. npm takes what is there, Yarn and pnpm have to be told.
    "package.json": JSON.stringify({ name: "shop", private: true, type: "module", dependencies: { ...dependencies, zod: "^4.0.0" }, resolutions: dependencies }),
    "yarn.lock": "",
    "pnpm-workspace.yaml": JSON.stringify({ packages: ["."], overrides: dependencies }),
    "floe.yaml": `name: my-shop
plugins:
  compute: { type: duckdb, config: { path: ./shop.duckdb, threads: 1 } }
  orchestrator: { type: dagster, config: ${JSON.stringify(config)} }
sources: [{ name: orders, path: ./orders.csv }]
transforms: ./models
`,
    "orders.csv": "id,customer,amount\n1,ada,10\n2,ben,5\n3,ada,7\n",
    "models/paid-orders.sql": "SELECT * FROM orders WHERE amount > 0",
    "models/customers.sql": '-- floe: { meta: { dagster: { checks: [{ name: not_empty, minRows: 1 }] } } }\nSELECT customer, sum(amount)::INTEGER AS total FROM "paid-orders" GROUP BY customer ORDER BY customer',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}
