import { PluginType } from "../plugin-type.ts";
import type { CallOptions, HelmValues } from "./call-options.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** Whole objects of an object store. Locations are absolute URIs. */
export interface FileIo {
  read(location: string, options?: CallOptions): Promise<Uint8Array>;
  write(location: string, bytes: Uint8Array, options?: CallOptions): Promise<void>;
  /** Removing what does not exist is fine. */
  delete(location: string, options?: CallOptions): Promise<void>;
  /** Locations below `prefix`, sorted. */
  list(prefix: string, options?: CallOptions): Promise<readonly string[]>;
}

/** The object store that holds table data. */
export abstract class StoragePlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.STORAGE);
  }

  /** Reads and writes whole objects. Called only while active. */
  abstract getFileIo(options?: CallOptions): Promise<FileIo>;
  /** Where the tables of a namespace live: an absolute URI. Pure. */
  abstract getWarehouseUri(namespace: string): string;
  /** Merged into the compute plugin's dbt profile; secrets only as environment templates. Pure. */
  abstract getDbtProfileConfig(): Readonly<Record<string, unknown>>;
  /** Values that the store's published chart accepts; empty for a service. Pure. */
  abstract getHelmValues(): HelmValues;
  /** What a catalog has to know of this store. Pure. Default: nothing. */
  getCatalogConfig(): Readonly<Record<string, unknown>> {
    return {};
  }
}
