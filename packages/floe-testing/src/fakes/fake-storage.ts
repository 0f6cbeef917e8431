import { StoragePlugin, type CallOptions, type FileIo, type HelmValues } from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** An object store in memory. */
export class FakeStorage extends StoragePlugin implements Fake {
  readonly calls: readonly FakeCall[];
  /** Location to bytes. */
  readonly objects: Map<string, Uint8Array> = new Map<string, Uint8Array>();

  constructor(options: FakeOptions<StoragePlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  async getFileIo(options?: CallOptions): Promise<FileIo> {
    options?.signal?.throwIfAborted();
    const { objects } = this;
    return {
      async read(location, options) {
        options?.signal?.throwIfAborted();
        const bytes = objects.get(location);
        if (bytes === undefined) throw new Error(`Cannot read ${location}: it does not exist`);
        return bytes.slice();
      },
      async write(location, bytes, options) {
        options?.signal?.throwIfAborted();
        objects.set(location, bytes.slice());
      },
      async delete(location, options) {
        options?.signal?.throwIfAborted();
        objects.delete(location);
      },
      async list(prefix, options) {
        options?.signal?.throwIfAborted();
        return [...objects.keys()].filter((location) => location.startsWith(prefix)).sort();
      },
    };
  }

  getWarehouseUri(namespace: string): string {
    return `memory://warehouse/${namespace}`;
  }

  getDbtProfileConfig(): Readonly<Record<string, unknown>> {
    return {};
  }

  getHelmValues(): HelmValues {
    return {};
  }
}
