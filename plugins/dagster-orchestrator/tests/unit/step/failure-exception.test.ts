import { expect, test } from "vitest";
import { failureException } from "../../../src/step/failure-exception.ts";

test("failureException has the code for a class, and the hint for a cause", () => {
  const rest = { stack: [], context: null };
  expect(failureException({ code: "FLOE_X", message: "bad", hint: "do" })).toEqual({
    ...rest,
    name: "FLOE_X",
    message: "bad",
    cause: { ...rest, name: "hint", message: "do", cause: null },
  });
  expect(failureException({ code: "FLOE_X", message: "bad" })).toMatchObject({ cause: null });
  expect(failureException({ code: "FLOE_X", message: "bad", hint: "" })).toMatchObject({ cause: null });
});
