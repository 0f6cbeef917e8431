import { describe, expect, test } from "vitest";
import { isPackageName } from "../../../../src/discovery/manifest/is-package-name.ts";

describe("isPackageName", () => {
  test.each(["floe-core", "@scope/name", "lodash.merge", "JSONStream", "a", "@a/b_c", "a~b", "__proto__", "x".repeat(214)])(
    "accepts %s",
    (name) => {
      expect(isPackageName(name)).toBe(true);
    },
  );

  test.each([
    "",
    ".",
    "..",
    ".hidden",
    "../up",
    "a/b",
    "a/../b",
    "@scope",
    "@scope/",
    "@/name",
    "@scope/../x",
    "@../x",
    "@scope/.x",
    "@scope/a/b",
    "a\\b",
    "/absolute",
    "C:\\x",
    "a b",
    "a\0b",
    "a\n",
    "ä",
    "node_modules",
    "x".repeat(215),
    1,
    null,
    undefined,
    {},
  ])("refuses %j", (name) => {
    expect(isPackageName(name)).toBe(false);
  });
});
