import { PluginType, type CallOptions, type ConfigSchema, type FileIo } from "floe-core";
import { FakeStorage } from "../../fakes/fake-storage.ts";
import type { BrokenPlugin } from "../broken-plugin.ts";
import { TEST_SECRET, tokenSchema, type TokenConfig } from "../token-schema.ts";
import { brokenFake, type BrokenFakeParts } from "./broken-fake.ts";

/** Object stores that break one promise of their type. */
export const BROKEN_STORES: readonly BrokenPlugin[] = Object.freeze([
  broken({
    id: "store-shares-a-warehouse",
    title: "that is a store with one warehouse for all namespaces",
    violates: "storage/warehouse-uri",
    members: { getWarehouseUri: () => "memory://warehouse" },
  }),
  broken({
    id: "store-is-at-a-relative-place",
    title: "that is a store with a warehouse at a relative path",
    violates: "storage/warehouse-uri",
    members: { getWarehouseUri: (namespace: string) => `warehouse/${namespace}` },
  }),
  broken({
    id: "store-writes-text",
    title: "that is a store and writes bytes as if they were text",
    violates: "storage/reads-what-it-wrote",
    class: files((io) => ({ write: (at, bytes, options) => io.write(at, Buffer.from(Buffer.from(bytes).toString("utf8")), options) })),
  }),
  broken({
    id: "store-keeps-the-first-write",
    title: "that is a store and does not replace what was written before",
    violates: "storage/reads-what-it-wrote",
    class: files((io, objects) => ({
      async write(at, bytes, options) {
        options?.signal?.throwIfAborted();
        if (!objects.has(at)) await io.write(at, bytes);
      },
    })),
  }),
  broken({
    id: "store-hands-out-its-own-bytes",
    title: "that is a store and hands out the bytes that it holds",
    violates: "storage/hands-out-copies",
    class: files((io, objects) => ({
      async read(at, options) {
        options?.signal?.throwIfAborted();
        return objects.get(at) ?? io.read(at);
      },
    })),
  }),
  broken({
    id: "store-reads-what-is-absent",
    title: "that is a store and reads nothing where there is nothing",
    violates: "storage/refuses-what-is-absent",
    class: files((io, objects) => ({
      async read(at, options) {
        options?.signal?.throwIfAborted();
        return objects.has(at) ? io.read(at) : new Uint8Array();
      },
    })),
  }),
  broken({
    id: "store-minds-what-is-gone",
    title: "that is a store and refuses to delete what there is not",
    violates: "storage/deletes",
    class: files((_, objects) => ({
      async delete(at, options) {
        options?.signal?.throwIfAborted();
        if (!objects.delete(at)) throw new Error("it does not exist");
      },
    })),
  }),
  broken({
    id: "store-keeps-what-is-deleted",
    title: "that is a store and deletes nothing",
    violates: "storage/deletes",
    class: files(() => ({
      async delete(_at, options) {
        options?.signal?.throwIfAborted();
      },
    })),
  }),
  broken({
    id: "store-lists-what-is-beside",
    title: "that is a store and lists what is beside a prefix as well",
    violates: "storage/lists-below-a-prefix",
    class: files((io) => ({ list: (prefix, options) => io.list(prefix.replace(/\/$/, ""), options) })),
  }),
  broken({
    id: "store-lists-backwards",
    title: "that is a store and lists its objects backwards",
    violates: "storage/lists-below-a-prefix",
    class: files((io) => ({ list: async (prefix, options) => [...(await io.list(prefix, options))].reverse() })),
  }),
  broken({
    id: "store-profile-changes",
    title: "that is a store with another dbt profile each time",
    violates: "storage/dbt-profile",
    class: class extends FakeStorage {
      #asked = 0;
      override getDbtProfileConfig(): Readonly<Record<string, unknown>> {
        this.#asked += 1;
        return { asked: this.#asked };
      }
    },
  }),
  broken({
    id: "store-catalog-config-is-no-json",
    title: "that is a store and tells catalogs something that JSON cannot hold",
    violates: "storage/catalog-config",
    members: { getCatalogConfig: () => ({ since: new Date(0) }) },
  }),
  broken({
    id: "store-values-are-text",
    title: "that is a store whose helm values are a text",
    violates: "storage/helm-values",
    members: { getHelmValues: () => "replicas: 1" },
  }),
  broken({
    id: "store-profile-holds-a-secret",
    title: "that is a store whose dbt profile has a secret in clear",
    violates: "storage/keeps-secrets-in-templates",
    config: { token: TEST_SECRET },
    secret: TEST_SECRET,
    class: class extends FakeStorage {
      override getConfigSchema(): ConfigSchema<TokenConfig> {
        return tokenSchema;
      }
      override getDbtProfileConfig(): Readonly<Record<string, unknown>> {
        return { settings: { s3_secret: (this.config as TokenConfig).token.reveal() } };
      }
    },
  }),
  broken({
    id: "store-ignores-its-signal",
    title: "that is a store and lists whatever its signal says",
    violates: "storage/honours-signals",
    class: files((io) => ({ list: (prefix) => io.list(prefix) })),
  }),
]);

function broken(parts: BrokenFakeParts): BrokenPlugin {
  return brokenFake(PluginType.STORAGE, parts);
}

/** A store that reads and writes in one way differently. */
function files(
  change: (io: FileIo, objects: Map<string, Uint8Array>) => Partial<FileIo>,
): new () => FakeStorage {
  return class extends FakeStorage {
    override async getFileIo(options?: CallOptions): Promise<FileIo> {
      const io = await super.getFileIo(options);
      return { ...io, ...change(io, this.objects) };
    }
  };
}
