import { type CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addPlugins } from "../../../src/grammar/add-plugins.ts";
import { parseArgs } from "../../support/parse-args.ts";

describe(addPlugins.name, () => {
  test("addPlugins hands its commands on with their options", async () => {
    expect((await parseArgs("plugins", "list", "-q")).calls).toEqual([
      ["plugins list", expect.objectContaining({ quiet: true })],
    ]);
  });

  test("addPlugins hands explain and graph on, --format json as --json", async () => {
    expect((await parseArgs("plugins", "explain", "duckdb", "floe.yaml", "--no-load")).calls).toEqual([
      ["plugins explain", expect.objectContaining({ load: false })],
    ]);
    expect((await parseArgs("plugins", "graph", "--format", "dot")).calls).toEqual([["plugins graph", expect.not.objectContaining({ json: true })]]);
    expect((await parseArgs("plugins", "graph", "--format", "json")).calls).toEqual([["plugins graph", expect.objectContaining({ json: true })]]);
    expect((await parseArgs("plugins", "graph", "floe.yaml", "--json")).calls).toEqual([["plugins graph", expect.objectContaining({ json: true })]]);
  });

  test.each([
    ["list", "floe plugins list --json"],
    ["explain", "Exit codes: 0 found and accepted; 1 not found, refused"],
    ["explain", "--no-load"],
    ["graph", "floe plugins graph --format mermaid"],
  ])("addPlugins answers %s --help with %j", async (command, text) => {
    const { host } = await parseArgs("plugins", command, "-h");
    expect(host.out()).toContain(text);
  });

  test.each([
    [["plugins", "lst"], "Did you mean list?"],
    [["plugins"], "Usage: floe plugins"],
    [["plugins", "explain"], "missing required argument 'what'"],
    [["plugins", "graph", "--format", "svg"], "Allowed choices are text, mermaid, dot, json"],
    [["plugins", "graph", "--format", "dot", "--json"], "cannot be used with"],
  ])("addPlugins refuses %j on standard error", async (args, text) => {
    const { host, error } = await parseArgs(...args);
    expect((error as CommanderError).exitCode).not.toBe(0);
    expect(host.err()).toContain(text);
    expect(host.out()).toBe("");
  });
});
