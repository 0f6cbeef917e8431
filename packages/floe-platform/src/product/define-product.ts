import type { FailurePolicy } from "floe-core";

/** One selected plugin: its name, or its name and more. */
export type PluginChoice =
  | string
  | {
      readonly type: string;
      readonly config?: Readonly<Record<string, unknown>>;
      /** `optional`: if it cannot be started, the product runs without it. Default: `required`. */
      readonly policy?: FailurePolicy;
    };

/** One plugin of a type, or several. */
export type PluginChoices = PluginChoice | readonly PluginChoice[];

/** The plugins of a product, by type. A platform adds the keys of its own types by declaration merging. */
export interface ProductPlugins {
  readonly compute?: PluginChoices;
  /** Default: `local`, the embedded one, if the product has transforms. */
  readonly orchestrator?: PluginChoices;
  readonly catalog?: PluginChoices;
  readonly storage?: PluginChoices;
  readonly telemetryBackend?: PluginChoices;
  readonly lineageBackend?: PluginChoices;
  readonly dbt?: PluginChoices;
  readonly semanticLayer?: PluginChoices;
  readonly ingestion?: PluginChoices;
  readonly secrets?: PluginChoices;
  readonly identity?: PluginChoices;
}

/** A transform in a list: the path of a .sql file, that with a name of its own, or the SQL itself. */
export type TransformChoice =
  | string
  | { readonly path: string; readonly name?: string }
  | { readonly name: string; readonly sql: string };

/** What a platform file says, as an object. Paths are relative to the file's folder. */
export interface ProductConfig {
  /** A letter, then letters, digits, `-` and `_`; at most 128 characters. */
  readonly name: string;
  readonly plugins: ProductPlugins;
  /** Files that SQL reads by name. Default: none. */
  readonly sources?: readonly { readonly name: string; readonly path: string }[];
  /** A folder of .sql files, or a list. Default: none. */
  readonly transforms?: string | readonly TransformChoice[];
  /** `cron` has five fields or is an alias such as `@daily`; `timezone` is an IANA name, by default UTC. */
  readonly schedule?: { readonly cron: string; readonly timezone?: string };
}

/**
 * A product as an object, checked by TypeScript; `loadPlatform` takes it in place of a file.
 *
 * @example
 * ```ts
 * import { defineProduct } from "floe-platform";
 *
 * const product = defineProduct({
 *   name: "squares",
 *   plugins: { compute: "duckdb" },
 *   transforms: [{ name: "squares", sql: "SELECT i * i AS square FROM range(10) t(i)" }],
 * });
 * console.log(product.name); // squares
 * ```
 */
export function defineProduct(product: ProductConfig): ProductConfig {
  return product;
}
