import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { isError } from "../../../../src/contract/realm/is-error.ts";

test.each([[new RangeError("own")], [runInNewContext("new TypeError('foreign')")], [AbortSignal.abort().reason]])("isError knows %o", (error) => {
  expect(isError(error)).toBe(true);
});

test.each([[undefined], ["text"], [{ name: "Error", message: "alike" }]])("isError does not take %o for one", (other) => {
  expect(isError(other)).toBe(false);
});
