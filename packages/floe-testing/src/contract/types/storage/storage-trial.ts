import { randomBytes } from "node:crypto";
import type { FileIo, StoragePlugin } from "floe-core";
import { objectOf } from "../../shapes/object-of.ts";
import type { Trial } from "../../trial/trial.ts";

/** What a store is tried with below a folder of the trial's own. A store outlives the trial: everything is removed again. */
export class StorageTrial {
  /** An absolute URI below which there is nothing yet, without a slash at its end. */
  readonly root: string;
  readonly #io: FileIo;
  readonly #trial: Trial<StoragePlugin>;
  readonly #written = new Set<string>();

  private constructor(root: string, io: FileIo, trial: Trial<StoragePlugin>) {
    this.root = root;
    this.#io = io;
    this.#trial = trial;
  }

  /** Starts the plugin, hands what it reads and writes with to `use`, and removes what was written. */
  static async run(trial: Trial<StoragePlugin>, use: (store: StorageTrial) => Promise<void>): Promise<void> {
    const plugin = await trial.start();
    const io = await trial.call("getFileIo", (signal) => plugin.getFileIo({ signal }));
    objectOf(io, "getFileIo");
    const store = new StorageTrial(rootOf(plugin, trial), io, trial);
    try {
      await use(store);
    } finally {
      // What cannot be removed is a matter of the clause about removing.
      for (const location of store.#written) await store.delete(location).catch(() => undefined);
    }
  }

  async write(location: string, bytes: Uint8Array): Promise<void> {
    this.#written.add(location);
    await this.#trial.call("write", (signal) => this.#io.write(location, bytes, { signal }));
  }

  async read(location: string): Promise<unknown> {
    return this.#trial.call("read", (signal) => this.#io.read(location, { signal }));
  }

  async delete(location: string): Promise<void> {
    await this.#trial.call("delete", (signal) => this.#io.delete(location, { signal }));
  }

  async list(prefix: string): Promise<unknown> {
    return this.#trial.call("list", (signal) => this.#io.list(prefix, { signal }));
  }
}

/** A place in the plugin's warehouse that is nobody else's, so that two trials may go on at once. */
export function rootOf(plugin: StoragePlugin, { declaration }: Trial<StoragePlugin>): string {
  const warehouse = plugin.getWarehouseUri(declaration.samples.namespace ?? "floe_contract");
  return `${warehouse.replace(/\/+$/, "")}/floe-contract-${randomBytes(6).toString("hex")}`;
}
