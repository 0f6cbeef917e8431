import { describe, expect, test } from "vitest";
import { typeName } from "../../../src/text/type-name.ts";

describe("typeName", () => {
  test("a revoked proxy is an object or a function", () => {
    const { proxy, revoke } = Proxy.revocable<unknown[]>([], {});
    revoke();
    expect(typeName(proxy)).toBe("object");
  });

  test.each<[unknown, string]>([
    [null, "null"],
    [[], "array"],
    [{}, "object"],
    [new Date(0), "object"],
    ["", "string"],
    [0, "number"],
    [1n, "bigint"],
    [true, "boolean"],
    [undefined, "undefined"],
    [() => 1, "function"],
    [Symbol("s"), "symbol"],
  ])("typeName of %o is %s", (value, expected) => {
    expect(typeName(value)).toBe(expected);
  });
});
