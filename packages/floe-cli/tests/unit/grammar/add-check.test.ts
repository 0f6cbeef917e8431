import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addCheck } from "../../../src/grammar/add-check.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addCheck.name, () => {
  test("addCheck hands the command on with its options", async () => {
    expect((await parseArgs("check", "--json")).calls).toEqual([["check", expect.objectContaining({ json: true })]]);
    expect((await parseArgs("check", "x.yaml", "--github")).calls).toEqual([["check", expect.objectContaining({ github: true })]]);
  });

  test.each([
    [["check", "--gihub"], "Did you mean --github?"],
    [["chekc"], "Did you mean check?"],
    [["check", "--github", "--json"], "cannot be used with"],
    [["check", "a", "b"], "too many arguments"],
  ])("addCheck refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(calls).toEqual([]);
  });
});
