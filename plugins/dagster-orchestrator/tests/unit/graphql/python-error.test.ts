import { expect, test } from "vitest";
import { pythonErrorSchema, pythonErrorText } from "../../../src/graphql/python-error.ts";

test("pythonErrorText says what went wrong at the root, without the module of its class", () => {
  const root = { className: "DagsterX", message: "dagster._core.errors.DagsterX: no luck\n" };
  expect(pythonErrorText({ className: "Outer", message: "Outer: wrapped", errorChain: [{ error: { className: "Inner", message: "Inner: x" } }, { error: root }] })).toBe("DagsterX: no luck");
});

test("pythonErrorText names the class where the message does not, and where there is none", () => {
  expect(pythonErrorText({ className: "KeyError", message: "'a'" })).toBe("KeyError: 'a'");
  expect(pythonErrorText({ className: "KeyError", message: "" })).toBe("KeyError");
  expect(pythonErrorText({ className: null, message: "" })).toBe("an error without a message");
});

test("pythonErrorSchema takes no stack along", () => {
  expect(pythonErrorSchema.parse({ message: "m", className: null, stack: ["File"] })).toEqual({ message: "m", className: null });
});
