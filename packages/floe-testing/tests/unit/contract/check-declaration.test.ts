import { secret } from "floe-core/config";
import { expect, test } from "vitest";
import { checkDeclaration, checkMembers } from "../../../src/contract/check-declaration.ts";

const CLAUSES = [{ id: "health/ends" }, { id: "health/is-honest" }] as const;

test("checkDeclaration takes what is declared as it should be, and nothing at all", () => {
  const declared = {
    valid: [{ threads: 4 }],
    invalid: [{ config: { threads: 0 }, field: "threads" }, { threds: 1 }],
    unreachable: { url: "http://localhost:1" },
    secrets: ["correct horse"],
    skip: { "health/ends": "it waits for a person" },
    samples: {},
  };
  expect(() => checkDeclaration(declared, CLAUSES)).not.toThrow();
  expect(() => checkDeclaration({ valid: { threads: 4 } }, CLAUSES)).not.toThrow();
  expect(() => checkDeclaration({}, CLAUSES)).not.toThrow();
});

test("checkDeclaration refuses to skip a clause that there is not, and names the nearest", () => {
  const skip = { "helth/ends": "it waits for a person" };
  expect(() => checkDeclaration({ skip }, CLAUSES)).toThrow(
    expect.objectContaining({ code: "FLOE_CONTRACT_SETUP", hint: "Did you mean health/ends?" }),
  );
});

test("checkDeclaration says where the clauses are listed if none is near", () => {
  expect(() => checkDeclaration({ skip: { everything: "why not" } }, CLAUSES)).toThrow(
    expect.objectContaining({ hint: "The report of a run lists the clauses there are." }),
  );
});

test.each([[""], ["  "], [true], [null]])("checkDeclaration refuses %j as the reason of a skip", (reason) => {
  expect(() => checkDeclaration({ skip: { "health/ends": reason } }, CLAUSES)).toThrow("health/ends is skipped without a reason");
});

test.each([
  [{ valid: "threads" }, "valid is not a configuration or a list of them"],
  [{ valid: [null] }, "valid is not"],
  [{ invalid: { threads: 0 } }, "invalid is not a list of configurations"],
  [{ unreachable: [] }, "unreachable is not a configuration"],
  [{ secrets: "correct horse" }, "secrets is not a list of texts"],
  [{ skip: ["health/ends"] }, "skip is not an object of clauses and reasons"],
  [{ samples: null }, "samples is not an object"],
])("checkDeclaration refuses %j", (declared, message) => {
  expect(() => checkDeclaration(declared, CLAUSES)).toThrow(message);
});

test.each([
  ["a function", { fetch: () => undefined }],
  ["a secret, which platform files state as a text", { token: secret().parse("correct horse") }],
])("checkDeclaration refuses %s in a configuration", (_, config) => {
  expect(() => checkDeclaration({ valid: config }, CLAUSES)).toThrow("valid holds what a platform file cannot");
  expect(() => checkDeclaration({ invalid: [{ config, field: "x" }] }, CLAUSES)).toThrow("invalid holds");
});

test("checkMembers refuses what a package cannot declare, and names what it may have meant", () => {
  expect(() => checkMembers({ valid: {}, skip: {} })).not.toThrow();
  expect(() => checkMembers({ vaild: {} })).toThrow(
    expect.objectContaining({ message: 'Cannot try the contract: floeContract cannot declare "vaild"', hint: "Did you mean valid?" }),
  );
  expect(() => checkMembers({ limits: {} })).toThrow(
    expect.objectContaining({ hint: "There are valid, invalid, unreachable, secrets, skip, samples." }),
  );
});
