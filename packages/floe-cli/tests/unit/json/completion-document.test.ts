import { expect, test } from "vitest";
import { completionDocument } from "../../../src/json/completion-document.ts";

test("completionDocument holds the script and its shell", () => {
  expect(completionDocument("fish", "complete")).toEqual({
    version: "1.0",
    command: "completion",
    ok: true,
    shell: "fish",
    script: "complete",
  });
});
