import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addCompile } from "../../../src/grammar/add-compile.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addCompile.name, () => {
  test("addCompile hands the command on with its options", async () => {
    expect((await parseArgs("compile", "x.yaml", "-o", "a.json")).calls).toEqual([
      ["compile", expect.objectContaining({ output: "a.json" })],
    ]);
  });

  test.each([
    [["compile", "--outptu", "x"], "Did you mean --output?"],
    [["compile", "--output"], "argument missing"],
  ])("addCompile refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(calls).toEqual([]);
  });
});
