import { runInNewContext } from "node:vm";
import { PluginType, type FileIo } from "floe-core";
import { expect, test } from "vitest";
import { FILE_CLAUSES } from "../../../../../src/contract/types/storage/file-clauses.ts";
import { FakeStorage } from "../../../../../src/fakes/fake-storage.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

function changed(change: (io: FileIo) => Partial<FileIo>): FakeStorage {
  const storage = new FakeStorage();
  return new FakeStorage({
    async getFileIo() {
      const io = await storage.getFileIo();
      return { ...io, ...change(io) };
    },
  });
}

test("FILE_CLAUSES refuse bytes that are no Uint8Array", async () => {
  const create = (): FakeStorage => changed((io) => ({ read: async (at) => String(await io.read(at)) as never }));
  const outcomes = await tryClauses(PluginType.STORAGE, FILE_CLAUSES, { create });
  expect(outcomes["storage/reads-what-it-wrote"]).toContain("answers with something that is no Uint8Array");
});

test("FILE_CLAUSES refuse a rejection that is no error", async () => {
  const create = (): FakeStorage => changed((io) => ({ read: (at) => io.read(at).catch(() => Promise.reject("404")) }));
  const outcomes = await tryClauses(PluginType.STORAGE, FILE_CLAUSES, { create });
  expect(outcomes).toEqual({
    ...allKept(FILE_CLAUSES),
    "storage/refuses-what-is-absent": "broken: read of what there is not rejects with something that is no error",
  });
});

test("FILE_CLAUSES are content with an error of another realm, as those of fs are under jest", async () => {
  const foreign: unknown = runInNewContext("new Error('ENOENT')");
  const create = (): FakeStorage => changed((io) => ({ read: (at) => io.read(at).catch(() => Promise.reject(foreign)) }));
  expect(await tryClauses(PluginType.STORAGE, FILE_CLAUSES, { create })).toEqual(allKept(FILE_CLAUSES));
});
