import { expect, test } from "vitest";
import { objectDocument } from "../../../src/document/platform-document.ts";

test("objectDocument has a value and no places", () => {
  const document = objectDocument({ name: "x" });
  expect(document.value).toEqual({ name: "x" });
  expect(document.file).toBeUndefined();
  expect(document.locate(["name"])).toEqual({});
});
