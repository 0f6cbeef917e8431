import { expect } from "vitest";
import { isPluginError, PluginError } from "../../src/errors/plugin-error.ts";

/** What every floe error has in common, and its own message and fields. */
export interface ErrorForm {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** The error's own fields as JSON has them. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The cause in short. */
  readonly cause?: { readonly name: string; readonly message: string };
}

/** Checks name, code, message, hint, fields and the whole of the error's JSON. */
export function expectForm(error: PluginError, form: ErrorForm): void {
  const { fields = {}, cause, ...common } = form;
  expect(common.message).toMatch(/^Cannot [a-z]+ .+: .+/);
  expect(error).toBeInstanceOf(PluginError);
  expect(error).toBeInstanceOf(Error);
  expect(isPluginError(error)).toBe(true);
  expect({ name: error.name, code: error.code, message: error.message, hint: error.hint }).toEqual(common);
  expect(error.stack).toContain(common.message);
  expect(JSON.parse(JSON.stringify(error))).toEqual({ ...common, ...fields, ...(cause === undefined ? {} : { cause }) });
}

/** Checks that a list that an error carries is a frozen copy. */
export function expectFrozenCopy(list: readonly unknown[], original: readonly unknown[]): void {
  expect(list).toEqual(original);
  expect(list).not.toBe(original);
  expect(Object.isFrozen(list)).toBe(true);
}
