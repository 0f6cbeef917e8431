import { describe, expect, test } from "vitest";
import { floe } from "../support/floe-process.ts";
import { scriptedCompute, temporaryApp } from "../support/temporary-app.ts";

describe("floe schema", () => {
  test("prints a JSON Schema that knows the plugins installed here", async () => {
    const { exitCode, stdout, stderr } = await floe(["schema"], temporaryApp({}).root);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining("json-schema.org"), title: "floe.yaml" });
    for (const word of ["duckdb", "memoryLimit", "local"]) expect(stdout).toContain(`"${word}"`);
  });

  test("writes it to a file and prints its path", async () => {
    const app = temporaryApp({});
    const printed = await floe(["schema"], app.root);
    const { exitCode, stdout } = await floe(["schema", "-o", "floe.schema.json"], app.root);
    expect([exitCode, stdout]).toEqual([0, app.path("floe.schema.json")]);
    expect(app.read("floe.schema.json")).toBe(`${printed.stdout}\n`);
  });

  test("says on standard error what it does not describe, and in the document", async () => {
    const trap = { ...scriptedCompute, "plugin.js": "throw new Error('not today');" };
    const app = temporaryApp({}, { "scripted-compute": trap });
    const { exitCode, stdout, stderr } = await floe(["schema"], app.root);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^not described: floe\.computes:scripted: .*not today/m);
    expect(JSON.parse(stdout)).toMatchObject({ title: "floe.yaml" });
    const json = await floe(["schema", "--json"], app.root);
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: "1.0",
      command: "schema",
      ok: true,
      schema: { title: "floe.yaml" },
      skipped: [{ key: "floe.computes:scripted" }],
    });
  });
});
