import { expect, test } from "vitest";
import { parseApiVersion } from "../../../src/version/parse-api-version.ts";
import { FLOE_PLUGIN_API_VERSION } from "../../../src/version/plugin-api-version.ts";

test("FLOE_PLUGIN_API_VERSION is 1.0", () => {
  expect(FLOE_PLUGIN_API_VERSION).toBe("1.0");
});

test("FLOE_PLUGIN_API_VERSION is a valid API version", () => {
  expect(parseApiVersion(FLOE_PLUGIN_API_VERSION)).toEqual({ major: 1, minor: 0 });
});
