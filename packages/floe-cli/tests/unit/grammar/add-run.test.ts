import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addRun } from "../../../src/grammar/add-run.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addRun.name, () => {
  test("addRun hands the command on with its options", async () => {
    expect((await parseArgs("run", "--json")).calls).toEqual([["run", expect.objectContaining({ json: true, color: true })]]);
    expect((await parseArgs("run", "x.yaml", "-s", "a", "b")).calls).toEqual([
      ["run", expect.objectContaining({ select: ["a", "b"] })],
    ]);
  });

  test.each([[["run", "--help"]], [["help", "run"]]])("addRun answers %j with its file and examples", async (args) => {
    const { host, error } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).toBe(0);
    expect(host.out()).toContain("[file]");
    expect(host.out()).toContain("Examples:\n  floe run ");
  });

  test.each([
    [["run", "--jsno"], "Did you mean --json?"],
    [["run", "a", "b"], "too many arguments"],
    [["run", "--select"], "argument missing"],
  ])("addRun refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(host.out()).toBe("");
    expect(calls).toEqual([]);
  });
});
