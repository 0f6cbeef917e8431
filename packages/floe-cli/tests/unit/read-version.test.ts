import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { readVersion } from "../../src/read-version.ts";

test("readVersion reads this package's own version", () => {
  expect(readVersion()).toBe(manifest.version);
});
