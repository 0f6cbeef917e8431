import { expect, test } from "vitest";
import { PACKAGE_TITLES } from "../../../../src/contract/package/package-titles.ts";

test("PACKAGE_TITLES end the sentence that begins with the plugin, each in words of its own", () => {
  const titles = Object.values(PACKAGE_TITLES);
  for (const title of titles) expect(title).toMatch(/^(is|has|can|lets|leaves|declares|prints|starts) .*[^.]$/);
  expect(new Set(titles).size).toBe(titles.length);
});
