import { expect, test } from "vitest";
import { normalDeclaration } from "../../../src/contract/normal-declaration.ts";

test("normalDeclaration fills in every default", () => {
  expect(normalDeclaration({})).toEqual({
    valid: [{}],
    invalid: [],
    unreachable: undefined,
    secrets: [],
    skip: {},
    samples: {},
    limits: { callMs: 2000, signalMs: 1000 },
  });
});

test("normalDeclaration takes one valid configuration, a list of them, and an empty list as {}", () => {
  expect(normalDeclaration({ valid: { a: 1 } }).valid).toEqual([{ a: 1 }]);
  expect(normalDeclaration({ valid: [{ a: 1 }, { a: 2 }] }).valid).toEqual([{ a: 1 }, { a: 2 }]);
  expect(normalDeclaration({ valid: [] }).valid).toEqual([{}]);
});

test("normalDeclaration tells an invalid configuration with a field from one that is called so", () => {
  const { invalid } = normalDeclaration({
    invalid: [{ config: { a: 0 }, field: "a" }, { a: 0 }, { config: "x", field: "a" }, { config: {}, field: "a", more: 1 }],
  });
  expect(invalid).toEqual([
    { config: { a: 0 }, field: "a" },
    { config: { a: 0 }, field: undefined },
    { config: { config: "x", field: "a" }, field: undefined },
    { config: { config: {}, field: "a", more: 1 }, field: undefined },
  ]);
});

test("normalDeclaration keeps each limit that is stated, and the default of the other", () => {
  expect(normalDeclaration({ limits: { callMs: 9000 } }).limits).toEqual({ callMs: 9000, signalMs: 1000 });
  expect(normalDeclaration({ limits: { signalMs: 50 } }).limits).toEqual({ callMs: 2000, signalMs: 50 });
});
