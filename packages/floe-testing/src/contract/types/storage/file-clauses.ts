import type { StoragePlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import type { ContractClause } from "../../contract-clause.ts";
import { ContractBreach, ensure } from "../../contract-breach.ts";
import { isError } from "../../realm/is-error.ts";
import { ensureSorted } from "../../shapes/ensure-sorted.ts";
import { listOf } from "../../shapes/list-of.ts";
import { StorageTrial } from "./storage-trial.ts";

/** Every byte that there is, so that nothing can be taken for text on the way. */
const BYTES: Uint8Array = Uint8Array.from({ length: 256 }, (_, index) => index);

const AFTER: readonly ContractClause[] = [...STARTED, "storage/warehouse-uri"];
const ROUND_TRIP: readonly ContractClause[] = [...AFTER, "storage/reads-what-it-wrote"];

/** What a store promises of its objects. */
export const FILE_CLAUSES: readonly Clause<StoragePlugin>[] = [
  {
    id: "storage/reads-what-it-wrote",
    title: "reads the bytes that were written last, whatever they are, also none",
    after: AFTER,
    check: (trial) =>
      StorageTrial.run(trial, async (store) => {
        const [location, empty] = [`${store.root}/a.bin`, `${store.root}/empty.bin`];
        await store.write(location, Uint8Array.of(1, 2, 3));
        await store.write(location, BYTES);
        await store.write(empty, new Uint8Array());
        ensureBytes(await store.read(location), BYTES, "read of 256 bytes in place of 3");
        ensureBytes(await store.read(empty), new Uint8Array(), "read of an empty object");
      }),
  },
  {
    id: "storage/hands-out-copies",
    title: "keeps its objects as they were written, whatever becomes of the bytes that it was given or gave",
    after: ROUND_TRIP,
    check: (trial) =>
      StorageTrial.run(trial, async (store) => {
        const [location, given] = [`${store.root}/a.bin`, Uint8Array.of(1, 2, 3)];
        await store.write(location, given);
        given.fill(0);
        const read = await store.read(location);
        ensureBytes(read, Uint8Array.of(1, 2, 3), "read, after the bytes that were given to write had changed,");
        if (read instanceof Uint8Array) read.fill(0);
        ensureBytes(await store.read(location), Uint8Array.of(1, 2, 3), "read, after the bytes that it had given before had changed,");
      }),
  },
  {
    id: "storage/refuses-what-is-absent",
    title: "rejects the reading of an object that there is not",
    after: AFTER,
    check: (trial) =>
      StorageTrial.run(trial, async (store) => {
        try {
          await store.read(`${store.root}/absent.bin`);
        } catch (error) {
          if (error instanceof ContractBreach) throw error;
          ensure(isError(error), "read of what there is not rejects with something that is no error");
          return;
        }
        throw new ContractBreach("read of what there is not answers as if there were something");
      }),
  },
  {
    id: "storage/deletes",
    title: "deletes an object, and minds none that there is not",
    after: ROUND_TRIP,
    check: (trial) =>
      StorageTrial.run(trial, async (store) => {
        const [kept, gone] = [`${store.root}/a.bin`, `${store.root}/b.bin`];
        for (const location of [kept, gone]) await store.write(location, BYTES);
        await store.delete(gone);
        await store.delete(gone);
        const listed = listOf(await store.list(`${store.root}/`), "list");
        ensure(!listed.includes(gone), "An object that was deleted is still listed");
        ensureBytes(await store.read(kept), BYTES, "read of an object beside one that was deleted");
      }),
  },
  {
    id: "storage/lists-below-a-prefix",
    title: "lists the locations below a prefix, sorted, and no others",
    after: ROUND_TRIP,
    check: (trial) =>
      StorageTrial.run(trial, async (store) => {
        const expected = ["a/1.bin", "a/b/2.bin", "c.bin"].map((name) => `${store.root}/one/${name}`);
        const beside = [`${store.root}/one-more.bin`, `${store.root}/two/a.bin`];
        for (const location of [...beside, ...expected.toReversed()]) await store.write(location, BYTES);
        const listed = listOf(await store.list(`${store.root}/one/`), "list");
        ensureSorted(listed, "list");
        ensure(listed.join() === expected.join(), () => `list of ${expected.join(" and ")} is ${JSON.stringify(listed)}`);
        ensure(listOf(await store.list(`${store.root}/none/`), "list").length === 0, "list of nothing is not empty");
      }),
  },
];

function ensureBytes(found: unknown, expected: Uint8Array, what: string): void {
  ensure(found instanceof Uint8Array, `${what} answers with something that is no Uint8Array`);
  ensure(Buffer.compare(found, expected) === 0, `${what} answers with other bytes`);
}
