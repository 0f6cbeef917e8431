import { describe, expect, test } from "vitest";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readProduct } from "../../../src/product/read-product.ts";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";

describe("readProduct", () => {
  test("readProduct reads a whole product", () => {
    const reader = readerOf(`
name: flights
plugins: { compute: duckdb }
sources: [{ name: raw, path: raw.csv }]
transforms: ./models
schedule: { cron: "0 6 * * *", timezone: Europe/Berlin }
`);
    expect(readProduct(reader, PLUGIN_KEYS)).toMatchObject({
      name: "flights",
      plugins: [{ key: "floe.computes:duckdb" }],
      sources: [{ name: "raw" }],
      transforms: { kind: "folder" },
      schedule: { cron: "0 6 * * *", timezone: "Europe/Berlin" },
    });
    expect(problemsOf(reader)).toEqual([]);
  });

  test("readProduct needs a name and plugins, and takes a schedule for UTC", () => {
    const reader = readerOf("schedule: { cron: '@daily' }");
    expect(readProduct(reader, PLUGIN_KEYS)).toMatchObject({ name: undefined, schedule: { cron: "@daily", timezone: "UTC" } });
    expect(briefly(reader)).toEqual(["1:1 name key_missing", "1:1 plugins key_missing"]);
  });

  test("readProduct reports unknown keys and schedules without cron", () => {
    const reader = readerOf("name: x\nplugins: {}\nsource: []\nschedule: { crn: '* * * * *' }");
    expect(readProduct(reader, PLUGIN_KEYS)?.schedule).toBeUndefined();
    expect(briefly(reader)).toEqual([
      "3:1 source key_unknown",
      "4:13 schedule.crn key_unknown",
    ]);
    expect(problemsOf(reader)[0]?.nearest).toBe("sources");
  });

  test.each(["", "# nothing", "- a", "text"])("readProduct refuses a file that is no mapping: %j", (text) => {
    const reader = readerOf(text);
    expect(readProduct(reader, PLUGIN_KEYS)).toBeUndefined();
    expect(problemsOf(reader)).toMatchObject([{ code: "type_invalid", path: "" }]);
  });
});
