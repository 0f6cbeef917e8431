import { nearest } from "floe-core";

/** Schemas that a table without a stated schema lives in, in the engines there are. */
const DEFAULT_SCHEMAS = ["main", "public"];

/** Shorter names are near to too many others to be called slips. */
const MIN_SLIP_LENGTH = 4;

/** What a table name in SQL stands for. */
export type TableMeaning =
  | { readonly kind: "transform"; readonly name: string }
  | { readonly kind: "source" }
  | { readonly kind: "slip"; readonly nearest: string }
  | { readonly kind: "other" };

/** The tables that a product makes or reads, as SQL may name them: upper and lower case are the same. */
export class KnownTables {
  readonly #transforms = new Map<string, { readonly name: string; readonly schema: string | undefined }>();
  readonly #sources: ReadonlySet<string>;
  readonly #names: readonly string[];

  constructor(
    transforms: readonly { readonly name: string; readonly schema: string | undefined }[],
    sources: readonly { readonly name: string }[],
  ) {
    for (const transform of transforms) this.#transforms.set(transform.name.toLowerCase(), transform);
    this.#sources = new Set(sources.map(({ name }) => name.toLowerCase()));
    this.#names = [...transforms, ...sources].map(({ name }) => name);
  }

  /** The names of all transforms. */
  get transformNames(): readonly string[] {
    return [...this.#transforms.values()].map(({ name }) => name);
  }

  /** The transform called `name`, as it is written itself. */
  findTransform(name: string): string | undefined {
    return this.#transforms.get(name.toLowerCase())?.name;
  }

  /**
   * What `table` stands for. With a schema it is a transform of that schema or some other table; without, it
   * may be a slip: a name that nothing has, near to one that something has. Other tables the database may
   * hold, which nothing here can know.
   */
  meaningOf(table: string): TableMeaning {
    const parts = table.toLowerCase().split(".");
    const transform = this.#transforms.get(parts.at(-1) ?? "");
    const schema = parts.at(-2);
    if (transform !== undefined && (schema === undefined || isIn(schema, transform.schema))) {
      return { kind: "transform", name: transform.name };
    }
    if (schema !== undefined) return { kind: "other" };
    if (this.#sources.has(table.toLowerCase())) return { kind: "source" };
    const near = table.length < MIN_SLIP_LENGTH ? undefined : nearest(table, this.#names);
    return near === undefined ? { kind: "other" } : { kind: "slip", nearest: near };
  }
}

function isIn(schema: string, stated: string | undefined): boolean {
  return stated === undefined ? DEFAULT_SCHEMAS.includes(schema) : stated.toLowerCase() === schema;
}
