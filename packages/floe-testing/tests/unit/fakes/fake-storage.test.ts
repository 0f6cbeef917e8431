import { expect, test } from "vitest";
import { FakeStorage } from "../../../src/fakes/fake-storage.ts";

test("FakeStorage reads what was written, as a copy", async () => {
  const io = await new FakeStorage().getFileIo();
  const bytes = Uint8Array.of(1, 2);
  await io.write("memory://a", bytes);
  bytes[0] = 9;
  await expect(io.read("memory://a")).resolves.toEqual(Uint8Array.of(1, 2));
});

test("FakeStorage lists by prefix, sorted, and deletes what is there or not", async () => {
  const storage = new FakeStorage();
  const io = await storage.getFileIo();
  for (const location of ["m://b/2", "m://b/1", "m://c"]) await io.write(location, new Uint8Array());
  await expect(io.list("m://b/")).resolves.toEqual(["m://b/1", "m://b/2"]);
  await io.delete("m://c");
  await io.delete("m://c");
  expect([...storage.objects.keys()].sort()).toEqual(["m://b/1", "m://b/2"]);
  await expect(io.read("m://c")).rejects.toThrow("m://c");
});

test("FakeStorage answers the rest of what its type asks", () => {
  const storage = new FakeStorage();
  expect(storage.getWarehouseUri("sales")).toBe("memory://warehouse/sales");
  expect(storage.getDbtProfileConfig()).toEqual({});
  expect(storage.getHelmValues()).toEqual({});
  expect(storage.getCatalogConfig()).toEqual({});
});

test("FakeStorage gives up once the signal is aborted", async () => {
  const [storage, late] = [new FakeStorage(), { signal: AbortSignal.abort("late") }];
  await expect(storage.getFileIo(late)).rejects.toBe("late");
  const io = await storage.getFileIo();
  await expect(io.write("m://a", new Uint8Array(), late)).rejects.toBe("late");
  await expect(io.read("m://a", late)).rejects.toBe("late");
  expect(storage.objects.size).toBe(0);
});
