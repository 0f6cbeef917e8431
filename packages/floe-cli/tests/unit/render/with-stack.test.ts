import { describe, expect, test } from "vitest";
import { withStack } from "../../../src/render/with-stack.ts";

describe("withStack", () => {
  test("withStack leaves the text as it is unless stacks are asked for, and there is one", () => {
    expect(withStack("text", new Error("boom"), false)).toBe("text");
    expect(withStack("text", "boom", true)).toBe("text");
  });

  test("withStack adds the stacks of the error and its causes, each once", () => {
    const cause = new Error("cause");
    const error = new Error("boom", { cause });
    cause.cause = error;
    expect(withStack("text", error, true)).toBe(`text\n${error.stack}\n${cause.stack}`);
  });
});
