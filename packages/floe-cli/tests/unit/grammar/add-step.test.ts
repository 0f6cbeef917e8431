import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addStep } from "../../../src/grammar/add-step.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addStep.name, () => {
  test("addStep hands the command on with its options", async () => {
    expect((await parseArgs("step", "a.json", "daily", "-q")).calls).toEqual([["step", expect.objectContaining({ quiet: true })]]);
  });

  test.each([
    [["step"], "missing required argument 'artifacts'"],
    [["step", "a.json"], "missing required argument 'transform'"],
    [["step", "a.json", "daily", "routes"], "too many arguments"],
    [["step", "a.json", "daily", "--jsn"], "Did you mean --json?"],
  ])("addStep refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(calls).toEqual([]);
  });
});
