import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

const modules = path.resolve(import.meta.dirname, "../../node_modules");

/** A product in a folder of its own. */
export interface Product {
  readonly root: string;
  /** Its DuckDB file. */
  readonly database: string;
  /** Writes files, by path in the folder, over those that are there. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
}

/**
 * A product of SQL files over one CSV file, `rows.csv`, which transforms know as `source`. It finds the plugins of
 * the workspace, built. The folder is removed when the test is over.
 */
export async function makeProduct(files: Readonly<Record<string, string>>): Promise<Product> {
  const product = await writeProduct(files);
  onTestFinished(() => rm(product.root, { recursive: true, force: true }));
  return product;
}

/** The same product for several tests: whoever makes it removes its folder. */
export async function writeProduct(files: Readonly<Record<string, string>>): Promise<Product> {
  const root = await mkdtemp(path.join(tmpdir(), "floe-product-"));
  const write = async (more: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(more)) {
      const file = path.join(root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  };
  const dependencies = { "floe-dagster-orchestrator": "*", "floe-duckdb-compute": "*", "floe-env-secrets": "*", "floe-local-orchestrator": "*" };
  await symlink(modules, path.join(root, "node_modules"), "dir");
  await write({
    "package.json": JSON.stringify({ name: "product", private: true, dependencies }),
    "floe.yaml": `name: product
plugins:
  compute: { type: duckdb, config: { path: ./product.duckdb, threads: 2, memoryLimit: 1GB } }
sources: [{ name: source, path: ./rows.csv }]
transforms: ./models
`,
    ...files,
  });
  return { root, database: path.join(root, "product.duckdb"), write };
}
