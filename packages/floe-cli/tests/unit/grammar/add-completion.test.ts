import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addCompletion } from "../../../src/grammar/add-completion.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addCompletion.name, () => {
  test.each(["bash", "zsh", "fish"])("addCompletion takes %s", async (shell) => {
    expect((await parseArgs("completion", shell)).calls).toEqual([["completion", expect.anything()]]);
  });

  test.each([
    [["completion", "cmd"], "Allowed choices are bash, zsh, fish."],
    [["completion"], "missing required argument 'shell'"],
    [["completoin", "bash"], "Did you mean completion?"],
  ])("addCompletion refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(calls).toEqual([]);
  });
});
