import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addServe } from "../../../src/grammar/add-serve.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addServe.name, () => {
  test("addServe hands the command on with its options", async () => {
    expect((await parseArgs("serve", "x.yaml", "--json")).calls).toEqual([["serve", expect.objectContaining({ json: true })]]);
  });

  test("addServe answers --help with its file and examples", async () => {
    const { host } = await parseArgs("serve", "--help");
    expect(host.out()).toContain("[file]");
    expect(host.out()).toContain("Examples:\n  floe serve ");
  });

  test.each([
    [["sevre"], "Did you mean serve?"],
    [["serve", "a", "b"], "too many arguments"],
  ])("addServe refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(calls).toEqual([]);
  });
});
