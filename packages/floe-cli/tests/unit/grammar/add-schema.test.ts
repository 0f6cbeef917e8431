import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addSchema } from "../../../src/grammar/add-schema.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addSchema.name, () => {
  test("addSchema hands the command on with its options", async () => {
    expect((await parseArgs("schema", "--output", "s.json", "--json")).calls).toEqual([
      ["schema", expect.objectContaining({ output: "s.json", json: true })],
    ]);
  });

  test.each([
    [["schema", "--ouput", "x"], "Did you mean --output?"],
    [["schema", "floe.yaml"], "too many arguments"],
  ])("addSchema refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(calls).toEqual([]);
  });
});
