import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Accepting, answering, WithToken, withSchema } from "../../../src/broken/configured-compute.ts";
import { TEST_SECRET } from "../../../src/broken/token-schema.ts";

test("Accepting takes any object as its configuration, and copies it", () => {
  const input = { a: 1 };
  const result = new Accepting().getConfigSchema().safeParse(input);
  expect(result).toEqual({ success: true, data: { a: 1 } });
  expect(result.success && result.data).not.toBe(input);
});

test("WithToken tells its secret in the message, the cause and a field of an error", () => {
  const plugin = new WithToken();
  const parsed = plugin.getConfigSchema().safeParse({ token: TEST_SECRET });
  plugin.configure(parsed.success ? parsed.data : undefined);
  const error = plugin.tell();
  expect(error.message).toContain(TEST_SECRET);
  expect(inspect(error.cause)).toContain(TEST_SECRET);
  expect(error).toMatchObject({ request: { token: TEST_SECRET } });
});

test("withSchema answers with whatever it is given", () => {
  expect(new (withSchema(42))().getConfigSchema()).toBe(42);
});

test("answering answers with whatever its schema is said to", () => {
  const schema = new (answering((input) => [input]))().getConfigSchema();
  expect(schema?.safeParse("x")).toEqual(["x"]);
});
