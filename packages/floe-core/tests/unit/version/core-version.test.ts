import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FLOE_CORE_VERSION } from "../../../src/version/core-version.ts";

test("FLOE_CORE_VERSION is the version in package.json", () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(manifest).toMatchObject({ name: "floe-core", version: FLOE_CORE_VERSION });
});
