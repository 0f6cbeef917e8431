import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { ContractSetupError } from "../../../src/contract/contract-setup-error.ts";

test("ContractSetupError is an error of floe, with a code, a reason and a remedy", () => {
  const error = new ContractSetupError("there is no package.json", "Give the folder.");
  expect(isPluginError(error)).toBe(true);
  expect(error).toMatchObject({
    name: "ContractSetupError",
    code: "FLOE_CONTRACT_SETUP",
    message: "Cannot try the contract: there is no package.json",
    hint: "Give the folder.",
  });
});
