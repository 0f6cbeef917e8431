import { expect, test } from "vitest";
import { contractDocument } from "../../../src/json/contract-document.ts";
import { brokenContract, keptContract } from "../../support/contract-reports.ts";

test("contractDocument is ok if the contract is kept", () => {
  expect(contractDocument("/p", keptContract)).toEqual({ version: "1.0", command: "contract", ok: true, folder: "/p", report: keptContract });
  expect(contractDocument("/p", brokenContract).ok).toBe(false);
});
