/**
 * A module in plain JavaScript, since every runner has to load it as it is: by name, what `describeStorageContract`
 * and `runContract` are told of a plugin.
 */
export const PLUGINS_MODULE = `import { mkdirSync, mkdtempSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FakeStorage } from "floe-testing";

const memory = { create: () => new FakeStorage(), skip: { "load/ends": "it waits for a person" } };

// Everything that it answers with, errors included, is made by Node, and under jest of another realm than the suite.
class DiskStorage extends FakeStorage {
  #root = mkdtempSync(path.join(import.meta.dirname, "disk-"));
  getConfigSchema() {
    const refused = (field) => ({ success: false, error: { issues: [{ path: [field], message: "cannot be used" }] } });
    return {
      safeParse(input) {
        if (typeof input !== "object" || input === null || Array.isArray(input)) return refused("folders");
        const { folders = [], ...unknown } = input;
        const stray = Object.keys(unknown)[0];
        if (stray !== undefined) return refused(stray);
        return Array.isArray(folders) ? { success: true, data: structuredClone({ folders }) } : refused("folders");
      },
    };
  }
  getWarehouseUri(namespace) {
    return pathToFileURL(path.join(this.#root, namespace)).href;
  }
  getDbtProfileConfig() {
    return structuredClone({ folders: ["a"] });
  }
  async getFileIo(options) {
    options?.signal?.throwIfAborted();
    const write = async (location, bytes) => {
      await mkdir(path.dirname(fileURLToPath(location)), { recursive: true });
      await writeFile(fileURLToPath(location), bytes);
    };
    const list = async (prefix) => {
      const found = await readdir(this.#root, { recursive: true, withFileTypes: true });
      const files = found.filter((entry) => entry.isFile()).map((entry) => pathToFileURL(path.join(entry.parentPath, entry.name)).href);
      return files.filter((location) => location.startsWith(prefix)).sort();
    };
    const aborting = (call) => async (...args) => {
      args.at(-1)?.signal?.throwIfAborted();
      return call(...args);
    };
    return {
      read: aborting((location) => readFile(fileURLToPath(location))),
      write: aborting(write),
      delete: aborting((location) => rm(fileURLToPath(location), { force: true })),
      list: aborting(list),
    };
  }
}

const disk = {
  create: () => new DiskStorage(),
  valid: { folders: ["a", "b"] },
  invalid: [{ config: { folders: { a: 1 } }, field: "folders" }],
};

const failing = { create: () => new FakeStorage({ startup: () => Promise.reject(new Error("no disk")) }) };

let starts = 0;
class CarelessStorage extends FakeStorage {
  async startup() {
    console.log("starting");
    starts += 1;
    globalThis["careless" + starts] = true;
    Object.defineProperty(Array.prototype, "careless" + starts, { value: true });
  }
  async getFileIo(options) {
    const io = await super.getFileIo(options);
    return { ...io, list: async (...args) => (await io.list(...args)).toReversed() };
  }
}

const careless = { create: () => new CarelessStorage() };

export const plugins = { memory, disk, failing, careless };
`;
