import { describe, expect, test } from "vitest";
import { configSchema } from "../../src/config-schema.ts";

describe("configSchema", () => {
  test("runs four transforms side by side unless told otherwise", () => {
    expect(configSchema.safeParse({})).toMatchObject({ success: true, data: { concurrency: 4 } });
  });

  test.each([1, 64])("accepts a concurrency of %d", (concurrency) => {
    expect(configSchema.safeParse({ concurrency })).toMatchObject({ success: true, data: { concurrency } });
  });

  test.each([0, 65, 1.5, "4", null])("refuses a concurrency of %j", (concurrency) => {
    expect(configSchema.safeParse({ concurrency })).toMatchObject({
      success: false,
      error: { issues: [{ path: ["concurrency"] }] },
    });
  });

  test("takes a place for lineage, and has none unless told", () => {
    const lineage = { type: "console" };
    expect(configSchema.safeParse({ lineage })).toMatchObject({ success: true, data: { lineage } });
    expect(configSchema.safeParse({})).toEqual({ success: true, data: { concurrency: 4 } });
    expect(configSchema.safeParse({ lineage: { type: "kafka" } })).toMatchObject({
      success: false,
      error: { issues: [{ path: ["lineage", "type"] }] },
    });
  });

  test("refuses an unknown key", () => {
    expect(configSchema.safeParse({ concurency: 2 })).toMatchObject({
      success: false,
      error: { issues: [{ code: "unrecognized_keys" }] },
    });
  });
});
