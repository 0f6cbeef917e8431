import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addContract } from "../../../src/grammar/add-contract.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addContract.name, () => {
  test("addContract hands the command on with its options", async () => {
    expect((await parseArgs("contract", "--json")).calls).toEqual([["contract", expect.objectContaining({ json: true })]]);
    const { calls } = await parseArgs("contract", "plugins/x", "--junit", "x.xml", "--github");
    expect(calls).toEqual([["contract", expect.objectContaining({ junit: "x.xml", github: true })]]);
  });

  test.each([
    [["contract", "--juint", "x"], "Did you mean --junit?"],
    [["contarct"], "Did you mean contract?"],
    [["contract", "--junit"], "argument missing"],
    [["contract", "--github", "--json"], "cannot be used with"],
    [["contract", "a", "b"], "too many arguments"],
  ])("addContract refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(calls).toEqual([]);
  });
});
