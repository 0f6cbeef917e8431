import { expect, test } from "vitest";
import { ensureUrl } from "../../../../src/contract/shapes/ensure-url.ts";

test("ensureUrl gives the address that a text is", () => {
  expect(ensureUrl("s3://bucket/a", "x").protocol).toBe("s3:");
  expect(ensureUrl("https://example.com/a", "x", "web").host).toBe("example.com");
});

test.each([undefined, "", "/api", "example.com/a", 7])("ensureUrl refuses %j", (value) => {
  expect(() => ensureUrl(value, "The uri")).toThrow("The uri is no absolute URL");
});

test("ensureUrl refuses another protocol than the web's where it has to be that", () => {
  expect(() => ensureUrl("file:///a", "The url", "web")).toThrow("The url begins with file:");
});
