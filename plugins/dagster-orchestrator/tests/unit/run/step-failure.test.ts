import { expect, test } from "vitest";
import { stepFailure, unexplainedFailure } from "../../../src/run/step-failure.ts";

test("stepFailure says what the step's process said: code, message and hint", () => {
  const errorChain = [{ error: { className: "hint", message: "Make it.\n" } }];
  expect(stepFailure("raw", { className: "FLOE_DUCKDB_QUERY", message: "Cannot run it\n", errorChain })).toEqual({ code: "FLOE_DUCKDB_QUERY", message: "Cannot run it", hint: "Make it." });
});

test("stepFailure has a code and a message of its own where there is none", () => {
  const errorChain = [{ error: { className: "ValueError", message: "deep" } }];
  expect(stepFailure("raw", { className: "ValueError", message: "no luck", errorChain })).toEqual({ code: "FLOE_DAGSTER_STEP", message: "no luck" });
  expect(stepFailure("raw", { className: null, message: "" })).toEqual({ code: "FLOE_DAGSTER_STEP", message: 'Cannot run transform "raw": it failed without a word' });
});

test("unexplainedFailure names the transform, and the error or the event's message", () => {
  expect(unexplainedFailure("raw", { className: "ValueError", message: "ValueError: no luck" }, "m", "http://d/runs/1")).toEqual({
    code: "FLOE_DAGSTER_STEP",
    message: 'Cannot run transform "raw": ValueError: no luck',
    hint: "http://d/runs/1 has the output of the step.",
  });
  expect(unexplainedFailure("raw", null, "the event's", "u").message).toBe('Cannot run transform "raw": the event\'s');
});
