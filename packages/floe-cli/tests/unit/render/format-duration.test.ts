import { expect, test } from "vitest";
import { formatDuration } from "../../../src/render/format-duration.ts";

test.each([
  [0, "0 ms"],
  [84.6, "85 ms"],
  [999.4, "999 ms"],
  [999.5, "1.0 s"],
  [1250, "1.3 s"],
  [59_949, "59.9 s"],
  [59_950, "1 min 0 s"],
  [185_000, "3 min 5 s"],
  [3_600_000, "60 min 0 s"],
])("formatDuration writes %d milliseconds as %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
