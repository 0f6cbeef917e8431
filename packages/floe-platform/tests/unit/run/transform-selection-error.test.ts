import { expect, test } from "vitest";
import { TransformSelectionError } from "../../../src/run/transform-selection-error.ts";

test("TransformSelectionError names every entry with its reason, and how entries are written", () => {
  const entries = [
    { entry: "++x", reason: "it has more than one + on a side" },
    { entry: "", reason: "it is empty" },
  ];
  const error = new TransformSelectionError(entries);
  expect(error).toMatchObject({ name: "TransformSelectionError", code: "FLOE_TRANSFORM_SELECTION", entries });
  expect(error.message).toBe('Cannot select transforms "++x": it has more than one + on a side; "": it is empty');
  expect(error.hint).toBe("Write name, +name, name+, +name+, or tag:name in place of a name.");
});
