import { describe, expect, test } from "vitest";
import { PluginContractError, type ContractViolation } from "../../../src/errors/plugin-contract-error.ts";
import { expectForm, expectFrozenCopy } from "../../support/error-form.ts";

const violations: ContractViolation[] = [
  { rule: "type", member: "", expected: "a plugin", found: "number" },
  { rule: "missing", member: "run", expected: "a function", found: "nothing" },
];

describe("PluginContractError", () => {
  test("PluginContractError lists every violation", () => {
    expectForm(new PluginContractError({ plugin: "t:a", violations }), {
      name: "PluginContractError",
      code: "FLOE_PLUGIN_CONTRACT",
      message: "Cannot load plugin t:a: expected a plugin, found number; run: expected a function, found nothing",
      hint: "Extend the type's abstract class from floe-core and implement every required member.",
      fields: { plugin: "t:a", violations },
    });
  });

  test("PluginContractError says what could not be done", () => {
    expect(new PluginContractError({ plugin: "t:a", verb: "register", violations }).message).toMatch(/^Cannot register plugin t:a: /);
  });

  test("PluginContractError carries a frozen copy", () => {
    const error = new PluginContractError({ plugin: "t:a", violations });
    expectFrozenCopy(error.violations, violations);
    expect(error.violations.every((violation) => Object.isFrozen(violation))).toBe(true);
  });
});
