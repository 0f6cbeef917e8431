import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addHealth } from "../../../src/grammar/add-health.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addHealth.name, () => {
  test.each<[string[], { watch?: boolean; interval: number }]>([
    [["health"], { interval: 5 }],
    [["health", "x.yaml", "--watch"], { watch: true, interval: 5 }],
    [["health", "--interval", "0.5"], { watch: true, interval: 0.5 }],
    [["health", "-w", "--interval", "60"], { watch: true, interval: 60 }],
  ])("addHealth reads %j as %j", async (args, { watch, interval }) => {
    const { calls } = await parseArgs(...args);
    expect(calls).toEqual([["health", expect.objectContaining({ interval })]]);
    expect((calls[0]?.[1] as { watch?: boolean }).watch).toBe(watch);
  });

  test.each([
    ...["0", "-1", "soon", "", "Infinity", "2147484"].map((text) => [["health", "--interval", text], "It is not a number of seconds"] as const),
    [["health", "--wacth"], "Did you mean --watch?"] as const,
    [["helth"], "Did you mean health?"] as const,
  ])("addHealth refuses %j on standard error", async (args, text) => {
    const { host, error, calls } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(calls).toEqual([]);
  });
});
