import { expect, test } from "vitest";
import { SET_POOL_LIMIT } from "../../../../src/graphql/operations/set-pool-limit.ts";

test("SET_POOL_LIMIT binds pool and limit, and reads a boolean", () => {
  expect(SET_POOL_LIMIT.document).toContain("setConcurrencyLimit(concurrencyKey: $pool, limit: $limit)");
  expect(SET_POOL_LIMIT.schema.parse({ setConcurrencyLimit: true })).toBe(true);
  expect(() => SET_POOL_LIMIT.schema.parse({ setConcurrencyLimit: { __typename: "UnauthorizedError" } })).toThrow();
});
