import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { isPlainObject } from "../../../src/config/is-plain-object.ts";

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("isPlainObject", () => {
  test.each<[string, unknown]>([
    ["a literal", { a: 1 }],
    ["an object without prototype", Object.create(null)],
    ["a literal of another realm", runInNewContext("({ a: 1 })")],
  ])("isPlainObject accepts %s", (_, value) => {
    expect(isPlainObject(value)).toBe(true);
  });

  test.each<[string, unknown]>([
    ["undefined", undefined],
    ["a proxy that was revoked", revokedProxy()],
    ["null", null],
    ["a string", "a"],
    ["a function", () => 1],
    ["an array", []],
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["a class instance", new (class Config {})()],
  ])("isPlainObject refuses %s", (_, value) => {
    expect(isPlainObject(value)).toBe(false);
  });
});
