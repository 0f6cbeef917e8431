import type { CatalogField, IngestionConfig } from "floe-core";

/** What the clauses of a type try a plugin with, where what they use by themselves does not suit its engine. */
export interface ContractSamples {
  /**
   * For compute plugins: statements in the engine's dialect. By default they are standard SQL, with rows from VALUES,
   * parameters as `$1` and `$name`, and names between double quotes.
   */
  readonly sql?: {
    /** A statement that goes on for minutes, without much memory. */
    readonly endless?: string;
    /** A SELECT of a million rows. */
    readonly many?: string;
    /** A SELECT of its first parameter, then its second, by position. */
    readonly byPosition?: string;
    /** A SELECT of the parameter `first`, then `second`, by name. */
    readonly byName?: string;
  };
  /** For secrets plugins. */
  readonly secrets?: {
    /**
     * Two different keys that the clauses may write, the first being the first when sorted, with what both begin with.
     * Default: `FLOE_CONTRACT_ALPHA` and `FLOE_CONTRACT_BETA`, with `FLOE_CONTRACT_`.
     */
    readonly keys?: { readonly first: string; readonly second: string; readonly prefix: string };
  };
  /** For catalog plugins. */
  readonly catalog?: {
    /** What the names of the namespaces begin with that are made and removed again. Default: `floe_contract`. */
    readonly namespace?: string;
    /** The columns of the tables that are made. Default: a `long` and a `string`. */
    readonly schema?: readonly CatalogField[];
  };
  /** For storage plugins: the namespace below whose warehouse objects are written. Default: `floe_contract`. */
  readonly namespace?: string;
  /**
   * For dbt plugins: folders, both absolute, and a target of a project that compiles and runs. Default: a project of
   * one model that is written for each trial; a plugin that refuses it is not tried with any.
   */
  readonly dbt?: { readonly projectDir: string; readonly profilesDir: string; readonly target: string };
  /** For semantic layers: the contents of a dbt manifest. Default: one with one model. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** For ingestion plugins. */
  readonly ingestion?: {
    /** What can be loaded. Default: the files of nowhere; a plugin that refuses them is not tried with any. */
    readonly config?: IngestionConfig;
    /** What a pipeline can be made of, and whose load fails. Default: a source of a kind that there is not. */
    readonly failing?: IngestionConfig;
  };
  /** For identity plugins: whom they know, and whom they do not. Default: nobody is known. */
  readonly credentials?: {
    readonly accepted?: Readonly<Record<string, string>>;
    /** Default: a user that there is not. */
    readonly refused?: Readonly<Record<string, string>>;
  };
}
