import { describe, expect, test } from "vitest";
import { floe } from "../support/floe-process.ts";
import { scriptedCompute, temporaryApp } from "../support/temporary-app.ts";

describe("floe", () => {
  test.each([
    [["rnu"], "Did you mean run?"],
    [["run", "--jsno"], "Did you mean --json?"],
    [["plugins", "lits"], "Did you mean list?"],
    [["run", "a.yaml", "b.yaml"], "too many arguments"],
    [["run", "--cwd", "nowhere"], "It is not a folder."],
    [["run", "--quiet", "--verbose"], "cannot be used with"],
    [[], "Usage: floe"],
    [["plugins"], "Usage: floe plugins"],
  ])("ends %j with 2 and says on standard error what is wrong", async (args, text) => {
    const { exitCode, stdout, stderr } = await floe(args, temporaryApp({}).root);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(text);
  });

  test.each([[["--help"]], [["run", "--help"]], [["help", "plugins"]], [["--version"]]])("answers %j on standard output", async (args) => {
    const { exitCode, stdout, stderr } = await floe(args, temporaryApp({}).root);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).not.toBe("");
  });

  test("ends with 2 for a transform that is not there", async () => {
    const app = temporaryApp({
      "floe.yaml": "name: x\nplugins: { compute: duckdb }\ntransforms: [{ name: daily, sql: SELECT 1 }]",
    });
    const { exitCode, stderr } = await floe(["run", "--select", "dayly"], app.root);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Did you mean "daily"?')]);
  });

  test("lists what is installed and runs none of it", async () => {
    const trap = { ...scriptedCompute, "plugin.js": "throw new Error('imported');" };
    const app = temporaryApp({}, { "scripted-compute": trap });
    const { exitCode, stdout, stderr } = await floe(["plugins", "list"], app.root);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").map((line) => line.split(/ +/)[0])).toEqual([
      "PLUGIN",
      "floe.computes:duckdb",
      "floe.computes:scripted",
      "floe.orchestrators:local",
    ]);
    const json = await floe(["plugins", "list", "--json"], app.root);
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: "1.0",
      command: "plugins list",
      plugins: [{ name: "duckdb" }, { name: "scripted", package: { name: "scripted-compute" }, isCompatible: true }, {}],
    });
  });

  test("colours only where it is asked to", async () => {
    const app = temporaryApp({});
    expect((await floe(["plugins", "list"], app.root)).stdout).not.toContain("\u001B");
    expect((await floe(["plugins", "list"], app.root, { FORCE_COLOR: "1" })).stdout).toContain("\u001B[1m");
    expect((await floe(["plugins", "list"], app.root, { FORCE_COLOR: "1", NO_COLOR: "1" })).stdout).not.toContain("\u001B");
    expect((await floe(["plugins", "list", "--no-color"], app.root, { FORCE_COLOR: "1" })).stdout).not.toContain("\u001B");
  });
});
