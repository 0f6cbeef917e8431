import { describe, expect, test } from "vitest";
import { PluginType } from "../../../src/plugin-type.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { PluginStore } from "../../../src/registry/plugin-store.ts";

const WIDGETS = { group: "floe.widgets", required: {} };

function storeOf(...keys: readonly (readonly [type: string, name: string])[]): PluginStore {
  const store = new PluginStore([WIDGETS]);
  for (const [type, name] of keys) store.add(new PluginRecord(type, name, undefined));
  return store;
}

function keys(records: readonly PluginRecord[]): string[] {
  return records.map((record) => record.key);
}

describe("PluginStore", () => {
  test("PluginStore.types holds the built-in types and the platform's own, sorted", () => {
    expect([...storeOf().types.keys()]).toStrictEqual([...Object.values(PluginType), "floe.widgets"].sort());
  });

  test("PluginStore refuses two definitions of one group", () => {
    const error = new TypeError("Cannot make a registry: two plugin types share a group");
    expect(() => new PluginStore([WIDGETS, WIDGETS])).toThrow(error);
    expect(() => new PluginStore([{ group: "floe.dbt", required: {} }])).toThrow(error);
  });

  test("PluginStore.find tells one name under two types apart", () => {
    const store = storeOf(["floe.secrets", "a"], ["floe.widgets", "a"]);
    expect(store.find("floe.secrets", "a")?.key).toBe("floe.secrets:a");
    expect(store.find("floe.widgets", "a")?.key).toBe("floe.widgets:a");
    expect(store.find("floe.dbt", "a")).toBeUndefined();
    expect(store.find("floe.unknown", "a")).toBeUndefined();
    expect(store.find("__proto__", "toString")).toBeUndefined();
  });

  test("PluginStore.findKey finds by key and nothing for a text that is none", () => {
    const store = storeOf(["floe.secrets", "a"]);
    expect(store.findKey("floe.secrets:a")?.name).toBe("a");
    expect(store.findKey("a" as `${string}:${string}`)).toBeUndefined();
  });

  test("PluginStore.all is sorted by key and follows what is added and removed", () => {
    const store = storeOf(["floe.widgets", "b"], ["floe.widgets", "a"], ["floe.dbt", "z"]);
    expect(keys(store.all())).toStrictEqual(["floe.dbt:z", "floe.widgets:a", "floe.widgets:b"]);
    const late = new PluginRecord("floe.catalogs", "late", undefined);
    store.add(late);
    expect(keys(store.all())[0]).toBe("floe.catalogs:late");
    store.remove(late);
    expect(keys(store.all())).toStrictEqual(["floe.dbt:z", "floe.widgets:a", "floe.widgets:b"]);
  });

  test("PluginStore.known stays the same until a record comes or goes", () => {
    const store = new PluginStore([]);
    const record = new PluginRecord("floe.dbt", "b", undefined);
    store.add(record);
    const known = store.known();
    expect([known.keyOf(0), store.known() === known]).toStrictEqual(["floe.dbt:b", true]);
    store.add(new PluginRecord("floe.dbt", "a", undefined));
    expect(store.known().idOf("floe.dbt:b")).toBe(1);
    store.remove(record);
    expect(store.known().idOf("floe.dbt:b")).toBeUndefined();
  });

  test("PluginStore.ofType is sorted by name and empty for an unknown type", () => {
    const store = storeOf(["floe.widgets", "b"], ["floe.dbt", "c"], ["floe.widgets", "a"]);
    expect(store.ofType("floe.widgets").map(({ name }) => name)).toStrictEqual(["a", "b"]);
    expect(store.ofType("floe.unknown")).toStrictEqual([]);
  });

  test("PluginStore.remove leaves another record under the same key alone", () => {
    const store = storeOf(["floe.secrets", "a"]);
    store.remove(new PluginRecord("floe.secrets", "a", undefined));
    store.remove(new PluginRecord("floe.unknown", "a", undefined));
    expect(store.find("floe.secrets", "a")).toBeDefined();
  });

  test("PluginStore.nextStart counts from 1", () => {
    const store = storeOf();
    expect([store.nextStart(), store.nextStart(), store.nextStart()]).toStrictEqual([1, 2, 3]);
  });
});
