import { describe, expect, test } from "vitest";
import { EntryPointError } from "../../../src/errors/entry-point-error.ts";

describe("EntryPointError", () => {
  test("names the file, the reason and the cause", () => {
    const cause = new Error("EACCES");
    const error = new EntryPointError({ target: "/out/x.json", reason: "no", hint: "Try another.", cause });
    expect(error).toMatchObject({
      code: "FLOE_ORCHESTRATOR_ENTRY_POINT",
      message: "Cannot write the entry file /out/x.json: no",
      hint: "Try another.",
      target: "/out/x.json",
      cause,
    });
  });
});
