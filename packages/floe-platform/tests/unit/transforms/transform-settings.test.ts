import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/transforms/transform-settings.ts";

test("DEFAULT_SETTINGS make a table on the platform's default engine", () => {
  expect(DEFAULT_SETTINGS).toEqual({ materialization: "table", tags: [], dependsOn: [], meta: {}, compute: null });
});
