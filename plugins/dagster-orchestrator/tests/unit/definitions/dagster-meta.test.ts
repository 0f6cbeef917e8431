import { describe, expect, test } from "vitest";
import { dagsterMetaSchema, metaKeysAt } from "../../../src/definitions/dagster-meta.ts";

describe("dagsterMetaSchema", () => {
  test("needs nothing", () => {
    expect(dagsterMetaSchema.parse({})).toEqual({ tags: {}, owners: [], checks: [] });
  });

  test("has defaults for a retry and a check", () => {
    expect(dagsterMetaSchema.parse({ retry: { max: 2 }, checks: [{ name: "rows", minRows: 1 }] })).toMatchObject({
      retry: { max: 2, delaySeconds: 0, backoff: "none" },
      checks: [{ name: "rows", severity: "ERROR", blocking: false, minRows: 1 }],
    });
  });

  test.each([
    { groups: "x" },
    { kinds: Array.from({ length: 11 }, (_, index) => `k${index}`) },
    { tags: { a: 1 } },
    { retry: { max: 101 } },
    { retry: { max: 1, delay: 1 } },
    { checks: [{ minRows: 1 }] },
    { checks: [{ name: "a", severity: "error" }] },
    { checks: [{ name: "a", columns: [] }] },
    "group",
  ])("refuses %j", (meta) => expect(dagsterMetaSchema.safeParse(meta).success).toBe(false));
});

test("metaKeysAt answers with the keys of the place", () => {
  expect(metaKeysAt([])).toContain("owners");
  expect(metaKeysAt(["retry"])).toEqual(["max", "delaySeconds", "backoff"]);
  expect(metaKeysAt(["checks", 0])).toContain("minRows");
});
