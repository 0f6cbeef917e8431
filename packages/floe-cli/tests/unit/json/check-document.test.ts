import type { PlatformProblem } from "floe-platform";
import { describe, expect, test } from "vitest";
import { checkDocument, checkedProduct } from "../../../src/json/check-document.ts";
import { artifacts } from "../../support/artifacts.ts";
import { plugins } from "../../support/results.ts";

const problem: PlatformProblem = { code: "key_missing", path: "name", message: "m", expected: "e", found: "f", remedy: "r" };

test("checkedProduct names what was checked", () => {
  expect(checkedProduct(artifacts, plugins)).toEqual({
    name: "flights",
    hash: "abc",
    plugins: [expect.objectContaining({ key: "floe.computes:duckdb" }), expect.objectContaining({ package: null })],
    sources: ["raw"],
    transforms: ["staged", "daily"],
    schedule: { cron: "0 6 * * *", timezone: "Europe/Berlin" },
  });
  expect(checkedProduct({ ...artifacts, schedule: undefined }, plugins).schedule).toBeNull();
});

describe("checkDocument", () => {
  test("checkDocument has the same members with and without problems", () => {
    const product = checkedProduct(artifacts, plugins);
    const well = checkDocument("/app/floe.yaml", product);
    const ill = checkDocument("/app/floe.yaml", [problem]);
    expect(well).toEqual({ version: "1.0", command: "check", ok: true, file: "/app/floe.yaml", problems: [], product });
    expect(ill).toEqual({ version: "1.0", command: "check", ok: false, file: "/app/floe.yaml", problems: [problem], product: null });
    expect(Object.keys(ill).sort()).toEqual(Object.keys(well).sort());
  });
});
