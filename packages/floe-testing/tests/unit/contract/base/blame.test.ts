import {
  FLOE_PLUGIN_API_VERSION,
  PluginContractError,
  PluginIncompatibleError,
  PluginLoadError,
  type ContractRule,
  type LoadStage,
} from "floe-core";
import { expect, test } from "vitest";
import { blame } from "../../../../src/contract/base/blame.ts";
import { ContractSetupError } from "../../../../src/contract/contract-setup-error.ts";
import { inTrial, subjectOf } from "../../../support/try-clause.ts";

const KEY = "floe.computes:mine";

function violating(rule: ContractRule, member: string): PluginContractError {
  return new PluginContractError({ plugin: KEY, violations: [{ rule, member, expected: "this", found: "that" }] });
}

test.each([
  ["type", "", "load/is-of-its-type"],
  ["promise-like", "then", "load/is-of-its-type"],
  ["extensible", "", "load/can-be-extended"],
  ["missing", "isSelfHosted", "members/required"],
  ["kind", "startup", "members/kind"],
  ["readable", "isSelfHosted", "members/readable"],
  ["agreement", "name", "identity/agrees-with-manifest"],
  ["form", "name", "identity/name"],
  ["missing", "name", "identity/name"],
  ["form", "version", "identity/version"],
  ["form", "description", "identity/description"],
  ["form", "dependencies", "identity/dependencies"],
  ["form", "floeApiVersion", "api/is-well-formed"],
  ["missing", "floeApiVersion", "api/is-well-formed"],
  ["readable", "name", "members/readable"],
] as const)("blame has for the rule %s, broken by the member %j, the clause %s", (rule, member, clause) => {
  const reason = `${member === "" ? "" : `${member}: `}expected this, found that`;
  expect(blame(violating(rule, member))).toEqual([{ clause, reason }]);
});

test("blame has a clause for every violation", () => {
  const violations = [...violating("missing", "isSelfHosted").violations, ...violating("form", "name").violations];
  const blamed = blame(new PluginContractError({ plugin: KEY, violations }));
  expect(blamed.map(({ clause }) => clause)).toEqual(["members/required", "identity/name"]);
});

test.each([
  ["export", "load/exports-the-class"],
  ["construct", "load/constructs"],
  ["resolve", "load/is-discovered"],
  ["import", "load/evaluates"],
] satisfies [LoadStage, string][])("blame has for a load that fails at the stage %s the clause %s", (stage, clause) => {
  const error = new PluginLoadError({ plugin: KEY, entryPoint: "plugin.js#Mine", stage, reason: "oops" });
  expect(blame(error)).toEqual([{ clause, reason: error.message }]);
});

test("blame tells a module that does not end from one that fails, by what a registry says of it", async () => {
  const hanging = subjectOf(() => new Promise(() => {}));
  const error: unknown = await inTrial(hanging, (trial) => trial.load().catch((thrown: unknown) => thrown));
  expect(blame(error)).toMatchObject([{ clause: "load/ends" }]);
});

test("blame has clauses for an API that does not fit, and for what was not discovered", () => {
  const platformVersion = FLOE_PLUGIN_API_VERSION;
  const incompatible = new PluginIncompatibleError({ plugin: KEY, requiredVersion: "7.0", platformVersion, upgrade: "platform", reason: "too new" });
  expect(blame(incompatible)).toMatchObject([{ clause: "api/is-compatible" }]);
  expect(blame(new ContractSetupError("x", "y"))).toMatchObject([{ clause: "load/is-discovered" }]);
});

test("blame takes whatever else was thrown for a failure of the module", () => {
  expect(blame("oops")).toEqual([{ clause: "load/evaluates", reason: "oops" }]);
});
