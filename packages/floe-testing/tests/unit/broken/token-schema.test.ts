import { inspect } from "node:util";
import { expect, test } from "vitest";
import { TEST_SECRET, tokenSchema, unknownKey, type TokenConfig } from "../../../src/broken/token-schema.ts";

function parsed(): TokenConfig {
  const result = tokenSchema.safeParse({ token: TEST_SECRET });
  if (!result.success) throw new Error("the schema refused a good token");
  return result.data;
}

test("tokenSchema wraps the token so that only reveal gives it away", () => {
  const { token } = parsed();
  expect(token.reveal()).toBe(TEST_SECRET);
  expect(`${String(token)} ${JSON.stringify(token)} ${inspect(token)}`).not.toContain(TEST_SECRET);
});

test("tokenSchema carries the brand by which floe-core knows a secret", () => {
  expect(Symbol.for("floe.secret") in parsed().token).toBe(true);
});

test.each([[undefined], [null], [{}], [{ token: 1 }]])("tokenSchema refuses %j, and names the member", (input) => {
  expect(tokenSchema.safeParse(input)).toMatchObject({ success: false, error: { issues: [{ path: ["token"] }] } });
});

test("tokenSchema refuses a setting that it does not know, and names it", () => {
  const result = tokenSchema.safeParse({ token: TEST_SECRET, tokn: "x" });
  expect(result).toEqual({ success: false, error: { issues: [unknownKey("tokn")] } });
});

test("unknownKey is an issue as zod words it, at the key's own place", () => {
  expect(unknownKey("tokn")).toMatchObject({ code: "unrecognized_keys", path: ["tokn"] });
});
