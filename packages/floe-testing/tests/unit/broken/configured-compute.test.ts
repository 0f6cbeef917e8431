import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Accepting, answering, WithToken, withSchema } from "../../../src/broken/configured-compute.ts";
import { TEST_SECRET } from "../../../src/broken/token-schema.ts";

test("Accepting takes a list of files, none by default, and copies it", () => {
  const files = ["a"];
  const result = new Accepting().getConfigSchema().safeParse({ files });
  expect(result).toEqual({ success: true, data: { files: ["a"] } });
  expect(result.success && result.data.files).not.toBe(files);
  expect(new Accepting().getConfigSchema().safeParse({})).toEqual({ success: true, data: { files: [] } });
});

test("Accepting refuses settings that it does not know, and names each", () => {
  const result = new Accepting().getConfigSchema().safeParse({ file: "a", dir: "b" });
  expect(result).toMatchObject({ success: false, error: { issues: [{ path: ["file"] }, { path: ["dir"] }] } });
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
