import path from "node:path";
import type { CompiledArtifacts, NamespaceStrategy, TransformConfig } from "floe-core";
import type { LineageName } from "./lineage-name.ts";
import { resolveNamespace } from "./resolve-namespace.ts";

/** Schemas that a table without a stated schema lives in, in the engines there are. */
const DEFAULT_SCHEMAS = ["main", "public"];

/**
 * The OpenLineage names of a product's jobs and datasets, after the conventions of its naming page: a job that
 * is part of another is `<parent>.<child>`, a table is named by its hierarchy, a file by the namespace `file`
 * and its absolute path. Which database a compute writes to is its own affair, so the product stands in its
 * place: two products may share a namespace, and their tables stay apart.
 *
 * Upper and lower case are the same in the names that SQL uses.
 */
export class ProductNames {
  readonly #namespace: string;
  readonly #product: string;
  readonly #datasets = new Map<string, LineageName>();

  constructor({ product, sources, transforms }: CompiledArtifacts, strategy: NamespaceStrategy) {
    this.#namespace = resolveNamespace(strategy, product.name);
    this.#product = product.name;
    for (const source of sources) {
      const name = source.path.split(path.sep).join("/");
      this.#datasets.set(source.name.toLowerCase(), { namespace: "file", name });
    }
    for (const transform of transforms) {
      for (const spelling of spellingsOf(transform)) this.#datasets.set(spelling.toLowerCase(), this.output(transform));
    }
  }

  /** The job that is the whole product. */
  get job(): LineageName {
    return { namespace: this.#namespace, name: this.#product };
  }

  /** The job that is one transform. */
  step(transform: string): LineageName {
    return { namespace: this.#namespace, name: `${this.#product}.${transform}` };
  }

  /** The table or view that a transform makes. */
  output({ name, schema }: TransformConfig): LineageName {
    return this.#table(schema === undefined ? name : `${schema}.${name}`);
  }

  /** What a table's name in SQL stands for: a source, a transform's table, or one that this product did not make. */
  dataset(table: string): LineageName {
    const inSchema = table.split(".").slice(-2).join(".");
    return this.#datasets.get(inSchema.toLowerCase()) ?? this.#table(table);
  }

  #table(name: string): LineageName {
    return { namespace: this.#namespace, name: `${this.#product}.${name}` };
  }
}

/** Every way in which SQL may name the transform's table. */
function spellingsOf({ name, schema }: TransformConfig): readonly string[] {
  return [name, ...(schema === undefined ? DEFAULT_SCHEMAS : [schema]).map((stated) => `${stated}.${name}`)];
}
