import fc from "fast-check";
import { expect, test } from "vitest";
import { mayHoldFloeBlock } from "../../../../src/discovery/manifest/may-hold-floe-block.ts";

test.each([
  ['{ "floe": {} }', true],
  ['{"floe" : {}}', true],
  ['{ "fl\\u006fe": {} }', true],
  ['{ "keywords": ["floe"] }', true],
  ['{ "name": "floe-core" }', false],
  ['{ "description": "an ice floe" }', true],
  ["{}", false],
  ["", false],
])("mayHoldFloeBlock says of %j: %s", (text, expected) => {
  expect(mayHoldFloeBlock(Buffer.from(text))).toBe(expected);
});

test("mayHoldFloeBlock never says no to JSON that has the key, however it is spelt", () => {
  const escaped = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(escaped, fc.json(), (spelling, value) => {
      const key = ["f", "l", "o", "e"].map((letter, index) =>
        spelling[index] === true ? `\\u00${letter.charCodeAt(0).toString(16)}` : letter,
      );
      expect(mayHoldFloeBlock(Buffer.from(`{"${key.join("")}":${value}}`))).toBe(true);
    }),
  );
});
