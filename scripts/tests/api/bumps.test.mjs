import { expect, test } from "vitest";
import { bumpFor, growth, isEnough } from "../../api/bumps.mjs";

test.each(
  /** @type {const} */ ([
    ["patch", undefined, true],
    [undefined, undefined, true],
    [undefined, "patch", false],
    ["patch", "minor", false],
    ["minor", "minor", true],
    ["major", "minor", true],
    ["minor", "major", false],
  ]),
)("isEnough(%j, %j) is %j", (found, needed, enough) => {
  expect(isEnough(found, needed)).toBe(enough);
});

test.each(
  /** @type {const} */ ([
    ["major", "1.2.0", "major"],
    ["major", "0.2.0", "minor"],
    ["major", "0.2", "minor"],
    ["minor", "0.2.0", "minor"],
    [undefined, "0.2.0", undefined],
  ]),
)("bumpFor(%j, %j) is %j", (bump, version, needed) => {
  expect(bumpFor(bump, version)).toBe(needed);
});

test.each([
  ["1.0.0", "2.0.0", "major"],
  ["1.9.9", "2.0.0", "major"],
  ["1.0.9", "1.1.0", "minor"],
  ["1.9.0", "1.10.0", "minor"],
  ["1.0.0", "1.0.1", "patch"],
  ["1.0.0", "1.0.0", undefined],
  ["1.1.0", "1.0.9", undefined],
  ["2.0.0", "1.9.0", undefined],
  ["1.0", "1.1", "minor"],
  ["1.1", "1.1", undefined],
  ["1.0", "2.0", "major"],
  ["1.0.0", "1.1.0-next.1", "minor"],
])("growth(%j, %j) is %j", (before, after, bump) => {
  expect(growth(before, after)).toBe(bump);
});
