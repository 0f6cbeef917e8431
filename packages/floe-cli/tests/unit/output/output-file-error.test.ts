import { isPluginError } from "floe-core";
import { describe, expect, test } from "vitest";
import { OutputFileError } from "../../../src/output/output-file-error.ts";

describe("OutputFileError", () => {
  test.each([
    [new Error("ENOENT: no such file or directory, open '/x/.a.json.1.tmp'"), "ENOENT: no such file or directory"],
    [new Error("odd"), "odd"],
    ["thrown", "thrown"],
  ])("OutputFileError names the file and the reason, not the temporary file: %s", (cause, reason) => {
    const error = new OutputFileError("/x/a.json", cause);
    expect(error.message).toBe(`Cannot write /x/a.json: ${reason}`);
    expect(isPluginError(error)).toBe(true);
    expect(error).toMatchObject({ code: "FLOE_OUTPUT_UNWRITABLE", file: "/x/a.json", cause });
    expect(error.hint).not.toBe("");
  });
});
