import { mkdirSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { floe } from "../support/floe-process.ts";
import { shop } from "../support/shop.ts";
import { temporaryApp } from "../support/temporary-app.ts";

describe("floe compile", () => {
  test("prints the bare artifacts, with variables unresolved", async () => {
    const app = temporaryApp(shop);
    const { exitCode, stdout, stderr } = await floe(["compile"], app.root, { THREADS: "2" });
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "1.0",
      product: { name: "shop", root: app.root },
      plugins: [{ key: "floe.computes:duckdb", config: { threads: "${env:THREADS:-1}" } }, {}],
      transforms: [{ name: "orders" }, { name: "customers" }, { name: "best" }],
    });
    expect(readdirSync(app.root)).not.toContain("shop.duckdb");
  });

  test("writes them to a file and prints its path", async () => {
    const app = temporaryApp(shop);
    const printed = await floe(["compile"], app.root);
    const { exitCode, stdout } = await floe(["compile", "--output", "a.json"], app.root);
    expect([exitCode, stdout]).toEqual([0, app.path("a.json")]);
    expect(app.read("a.json")).toBe(`${printed.stdout}\n`);
    expect(readdirSync(app.root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("has the orchestrator write its entry file with --entry-point, and opens no database", async () => {
    const app = temporaryApp(shop);
    const { exitCode, stdout } = await floe(["compile", "--entry-point", "out"], app.root);
    expect([exitCode, stdout]).toEqual([0, app.path("out/shop.artifacts.json")]);
    expect(JSON.parse(app.read("out/shop.artifacts.json"))).toMatchObject({ product: { name: "shop" } });
    expect(readdirSync(app.root)).not.toContain("shop.duckdb");
  });

  test("gives artifacts and path in one document with --json", async () => {
    const app = temporaryApp(shop);
    const { stdout } = await floe(["compile", "--json", "-o", "a.json"], app.root);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "1.0",
      command: "compile",
      ok: true,
      artifacts: { product: { name: "shop" } },
      file: app.path("a.json"),
    });
  });

  test.each([
    ["a folder", "taken"],
    ["a file below a file", "orders.csv/a.json"],
    ["a file in a folder that is not there", "none/a.json"],
  ])("ends with 1 for %s in place of a file, and leaves nothing behind", async (_, target) => {
    const app = temporaryApp(shop);
    mkdirSync(app.path("taken"));
    const before = readdirSync(app.root).sort();
    const { exitCode, stdout, stderr } = await floe(["compile", "--output", target], app.root);
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^error: Cannot write .*: E[A-Z]+: .*\n {2}Name a file in a folder that exists/);
    expect(readdirSync(app.root).sort()).toEqual(before);
    const json = await floe(["compile", "--output", target, "--json"], app.root);
    expect(JSON.parse(json.stdout)).toMatchObject({ command: "compile", ok: false, error: { code: "FLOE_OUTPUT_UNWRITABLE" } });
  });

  test("ends with 3 for an invalid platform, and writes nothing", async () => {
    const app = temporaryApp({ "floe.yaml": "name: 1\n" });
    const { exitCode, stderr } = await floe(["compile", "-o", "a.json"], app.root);
    expect([exitCode, stderr]).toEqual([3, expect.stringMatching(/^floe\.yaml:1:\d+: error: /m)]);
    expect(readdirSync(app.root)).not.toContain("a.json");
  });
});
