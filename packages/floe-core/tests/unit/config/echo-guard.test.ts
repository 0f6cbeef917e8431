import { describe, expect, test } from "vitest";
import { echoGuard } from "../../../src/config/echo-guard.ts";
import { makeSecret } from "../../../src/config/secret-value.ts";

describe("echoGuard", () => {
  const quotes = echoGuard({
    path: "/data/x",
    list: [{ port: 5432 }],
    token: makeSecret("hunter22"),
    odd: 'a"bcd',
    short: "ab",
    none: "",
  });

  test.each([
    ["a text", "no such file: /data/x"],
    ["a number", "5432 is taken"],
    ["a secret", "hunter22 is weak"],
    ["a text in JSON", String.raw`{"odd":"a\"bcd"}`],
    ["a short text that stands alone", "'ab' is no mode"],
  ])("echoGuard recognises %s that is quoted", (_, message) => {
    expect(quotes(message)).toBe(true);
  });

  test.each(["expected string", "a short text inside of the word cable", ""])("echoGuard lets %j pass", (message) => {
    expect(quotes(message)).toBe(false);
  });
});
