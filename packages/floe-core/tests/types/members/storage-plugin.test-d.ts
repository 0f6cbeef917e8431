import { describe, expectTypeOf, test } from "vitest";
import type { CallOptions, FileIo, HelmValues, PluginMetadata, StoragePlugin } from "floe-core";

type Data = Readonly<Record<string, unknown>>;

describe("StoragePlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof StoragePlugin, keyof PluginMetadata>>().toEqualTypeOf<
      "getFileIo" | "getWarehouseUri" | "getDbtProfileConfig" | "getHelmValues" | "getCatalogConfig"
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<StoragePlugin["getFileIo"]>().toEqualTypeOf<(options?: CallOptions) => Promise<FileIo>>();
    expectTypeOf<StoragePlugin["getWarehouseUri"]>().toEqualTypeOf<(namespace: string) => string>();
    expectTypeOf<StoragePlugin["getDbtProfileConfig"]>().toEqualTypeOf<() => Data>();
    expectTypeOf<StoragePlugin["getHelmValues"]>().toEqualTypeOf<() => HelmValues>();
  });

  test("allows this", () => {
    expectTypeOf<StoragePlugin["getCatalogConfig"]>().toEqualTypeOf<() => Data>();
  });

  test("gives this shape", () => {
    interface Io {
      read(location: string, options?: CallOptions): Promise<Uint8Array>;
      write(location: string, bytes: Uint8Array, options?: CallOptions): Promise<void>;
      delete(location: string, options?: CallOptions): Promise<void>;
      list(prefix: string, options?: CallOptions): Promise<readonly string[]>;
    }
    expectTypeOf<FileIo>().toEqualTypeOf<Io>();
  });
});
