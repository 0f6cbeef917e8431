import { existsSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { floe, untilPrinted } from "../support/floe-process.ts";
import { shop } from "../support/shop.ts";
import { scriptedCompute, temporaryApp, type TemporaryApp } from "../support/temporary-app.ts";

/** An application with compiled artifacts, as `floe compile > a.json` leaves them. */
async function compiled(files: Readonly<Record<string, string>> = shop): Promise<TemporaryApp> {
  const app = temporaryApp(files, { "scripted-compute": scriptedCompute });
  const { exitCode, stdout } = await floe(["compile"], app.root);
  expect(exitCode).toBe(0);
  writeFileSync(app.path("a.json"), stdout);
  return app;
}

function scripted(sql: string): Readonly<Record<string, string>> {
  return { "floe.yaml": `name: x\nplugins: { compute: scripted }\ntransforms: [{ name: one, sql: ${sql} }]` };
}

describe("floe step", () => {
  test("runs each transform in a process of its own", async () => {
    const app = await compiled();
    for (const [name, line] of [
      ["orders", /^orders succeeded: 3 rows, \d+ ms$/],
      ["customers", /^customers succeeded: 2 rows, \d+ ms$/],
      ["best", /^best succeeded: \d+ ms$/],
    ] as const) {
      const { exitCode, stdout, stderr } = await floe(["step", "a.json", name], app.root);
      expect([exitCode, stdout]).toEqual([0, expect.stringMatching(line)]);
      expect(stderr).toBe("stopped floe.computes:duckdb");
    }
    expect(existsSync(app.path("shop.duckdb"))).toBe(true);
  });

  test("gives step and columns as data", async () => {
    const app = await compiled();
    const { exitCode, stdout } = await floe(["step", "a.json", "orders", "--json"], app.root);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "1.0",
      command: "step",
      ok: true,
      step: { name: "orders", status: "succeeded", rows: 3 },
      columns: [{ name: "id", type: "BIGINT" }, { name: "customer", type: "VARCHAR" }, { name: "amount", type: "BIGINT" }],
    });
  });

  test("ends with 1 for a transform that fails, says why, and stops the plugin", async () => {
    const app = await compiled({ ...shop, "models/orders.sql": "SELECT CAST(customer AS INTEGER) AS number, customer, amount FROM raw_orders" });
    const { exitCode, stdout, stderr } = await floe(["step", "a.json", "orders"], app.root);
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/^orders failed: \d+ ms$/)]);
    expect(stderr).toMatch(/^orders: .+/m);
    expect(stderr).toContain("stopped floe.computes:duckdb");
    expect(stderr).not.toContain("    at ");
  });

  test("ends with 2 for a transform that is not there, and names the nearest", async () => {
    const { exitCode, stdout, stderr } = await floe(["step", "a.json", "order"], (await compiled()).root);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain('Did you mean "orders"?');
  });

  test.each([
    ["that are not there", undefined],
    ["that are no JSON", "{"],
    ["that are something else", '{"version":"1.0"}'],
    ["of a shape that is not known", '{"version":"9.0"}'],
  ])("ends with 3 for artifacts %s", async (_, text) => {
    const app = temporaryApp({});
    if (text !== undefined) writeFileSync(app.path("a.json"), text);
    const { exitCode, stdout, stderr } = await floe(["step", "a.json", "orders"], app.root);
    expect([exitCode, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^a\.json(:\d+:\d+)?: error: /m);
  });

  test("stops the plugin when it is interrupted", async () => {
    const app = await compiled(scripted("wait"));
    const child = floe(["step", "a.json", "one", "--verbose"], app.root);
    await untilPrinted(child, "scripted compute is up");
    child.kill("SIGINT");
    const { exitCode } = await child;
    expect(exitCode).toBe(130);
    expect(app.read("journal.log")).toBe("startup\nshutdown\n");
  });
});
