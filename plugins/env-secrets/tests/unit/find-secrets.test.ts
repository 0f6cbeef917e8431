import { describe, expect, test } from "vitest";
import { findName, findSecret, findSecretGroup, listNames } from "../../src/find-secrets.ts";

const all = new Map([
  ["WAREHOUSE_USER", "floe"],
  ["WAREHOUSE_PASSWORD", "hunter2"],
  ["WAREHOUSE_", "odd"],
  ["EMPTY", ""],
  ["token", "exact"],
  ["TOKEN", "by rule"],
]);

describe("findName", () => {
  test("tries the key itself first, then the variable it stands for", () => {
    expect(findName("token", { all })).toBe("token");
    expect(findName("Token", { all })).toBe("TOKEN");
    expect(findName("warehouse/user", { all })).toBe("WAREHOUSE_USER");
    expect(findName("warehouse/host", { all })).toBeUndefined();
  });
});

describe("findSecret", () => {
  test("is the value, an empty one included, or null", () => {
    expect(findSecret("warehouse/password", { all })).toBe("hunter2");
    expect(findSecret("empty", { all })).toBe("");
    expect(findSecret("constructor", { all })).toBeNull();
  });

  test("refuses a key that stands for no variable", () => {
    expect(() => findSecret("a b", { all })).toThrow(expect.objectContaining({ code: "FLOE_SECRETS_KEY" }));
  });
});

describe("listNames", () => {
  const files = new Map([["B", ""], ["WAREHOUSE_USER", ""], ["A", ""]]);
  const variables = { all, files, environment: new Map<string, string>() };
  const prefixed = { config: { prefix: "FLOE_", files: [] } };
  const open = { config: { prefix: "", files: [] } };

  test("is sorted, with the environment only if the configuration has a prefix", () => {
    expect(listNames("", variables, open)).toEqual(["A", "B", "WAREHOUSE_USER"]);
    expect(listNames("", variables, prefixed)).toEqual([...all.keys()].sort());
  });

  test("keeps what begins with the prefix or with the variable it stands for", () => {
    expect(listNames("warehouse/", variables, open)).toEqual(["WAREHOUSE_USER"]);
    expect(listNames("tok", variables, prefixed)).toEqual(["TOKEN", "token"]);
    expect(listNames("none", variables, prefixed)).toEqual([]);
  });
});

describe("findSecretGroup", () => {
  test("is what begins with the variable name and _, by the rest of the name, or null", () => {
    expect(findSecretGroup("warehouse", { all })).toEqual({ USER: "floe", PASSWORD: "hunter2" });
    expect(findSecretGroup("ware", { all })).toBeNull();
  });
});
