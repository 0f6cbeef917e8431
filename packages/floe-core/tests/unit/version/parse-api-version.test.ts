import { describe, expect, test } from "vitest";
import { notAnApiVersion, parseApiVersion, tryParseApiVersion } from "../../../src/version/parse-api-version.ts";

const INVALID: readonly unknown[] = [
  "",
  "1",
  "1.",
  ".1",
  "01.0",
  "1.00",
  "1.0.01",
  "+1.0",
  "-1.0",
  "v1.0",
  "1.0.beta",
  "1.0-beta",
  "1.0+build",
  "1.0.0-",
  "1.0.0-01",
  "1.0.0.0",
  " 1.0",
  "1.0 ",
  "1.0\n",
  "1 .0",
  "١.٠",
  "１.０",
  "1,0",
  "1e3.0",
  "0x1.0",
  "9007199254740992.0",
  "1.9007199254740992",
  "1.0.9007199254740992",
  `1.${"0".repeat(400)}`,
  `1.${"9".repeat(400)}`,
  `1.0.0-${"a".repeat(300)}`,
  1,
  1.5,
  null,
  undefined,
  true,
  ["1.0"],
  { toString: () => "1.0" },
];

describe("parseApiVersion", () => {
  test.each([
    ["1.0", { major: 1, minor: 0 }],
    ["0.0", { major: 0, minor: 0 }],
    ["10.20", { major: 10, minor: 20 }],
    ["1.2.3", { major: 1, minor: 2, patch: 3 }],
    ["1.2.3-rc.1", { major: 1, minor: 2, patch: 3 }],
    ["1.2.3+build.7", { major: 1, minor: 2, patch: 3 }],
    ["1.2.3-4.5+6.7", { major: 1, minor: 2, patch: 3 }],
    ["9007199254740991.9007199254740991", { major: 9007199254740991, minor: 9007199254740991 }],
  ])("parseApiVersion reads %s", (text, expected) => {
    expect(parseApiVersion(text)).toEqual(expected);
  });

  test("parseApiVersion throws a RangeError that shows the text", () => {
    expect(() => parseApiVersion("01.0")).toThrow(
      new RangeError('Cannot parse an API version: "01.0" is neither X.Y nor a semantic version'),
    );
  });
});

describe("tryParseApiVersion", () => {
  test.each(INVALID.map((value) => [value]))("tryParseApiVersion refuses %j", (value) => {
    expect(tryParseApiVersion(value)).toBeUndefined();
  });
});

describe("notAnApiVersion", () => {
  test("notAnApiVersion cuts a long text short", () => {
    expect(notAnApiVersion("9".repeat(1000))).toBe(`"${"9".repeat(40)}" is neither X.Y nor a semantic version`);
  });

  test("notAnApiVersion names the type of what is no text", () => {
    expect(notAnApiVersion(null)).toBe("a value of type null is neither X.Y nor a semantic version");
  });
});
