import { PluginType, type StoragePlugin } from "floe-core";
import { expect, test } from "vitest";
import type { Clause } from "../../../../../src/contract/clause.ts";
import { StorageTrial } from "../../../../../src/contract/types/storage/storage-trial.ts";
import { FakeStorage } from "../../../../../src/fakes/fake-storage.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

async function tried(create: () => FakeStorage, use: (store: StorageTrial) => Promise<void>): Promise<string | undefined> {
  const clause: Clause<StoragePlugin> = { id: "storage/deletes", title: "is tried", check: (trial) => StorageTrial.run(trial, use) };
  return (await tryClauses(PluginType.STORAGE, [clause], { create, samples: { namespace: "mine" } }))[clause.id];
}

test("StorageTrial reads, writes, lists and deletes below a place of its own in the declared namespace", async () => {
  const roots: string[] = [];
  const outcome = await tried(() => new FakeStorage(), async (store) => {
    roots.push(store.root);
    await store.write(`${store.root}/a`, Uint8Array.of(1));
    expect(await store.read(`${store.root}/a`)).toEqual(Uint8Array.of(1));
    expect(await store.list(store.root)).toEqual([`${store.root}/a`]);
    await store.delete(`${store.root}/a`);
    expect(await store.list(store.root)).toEqual([]);
  });
  expect(outcome).toBe("kept");
  await tried(() => new FakeStorage(), async ({ root }) => void roots.push(root));
  expect(roots[0]).toMatch(/^memory:\/\/warehouse\/mine\/floe-contract-[0-9a-f]{12}$/);
  expect(new Set(roots).size).toBe(2);
});

test("StorageTrial removes what was written, also after a failure", async () => {
  const made: FakeStorage[] = [];
  const create = (): FakeStorage => {
    const storage = new FakeStorage();
    made.push(storage);
    return storage;
  };
  let written = 0;
  const outcome = await tried(create, async (store) => {
    await store.write(`${store.root}/a`, Uint8Array.of(1));
    written = made.reduce((sum, { objects }) => sum + objects.size, 0);
    throw new Error("half-way");
  });
  expect(outcome).toContain("half-way");
  expect(written).toBe(1);
  expect(made.map(({ objects }) => objects.size)).toEqual(made.map(() => 0));
});
