import { describe, expect, test } from "vitest";
import { floe, type FloeProcess } from "../support/floe-process.ts";
import { shop } from "../support/shop.ts";
import { scriptedCompute, temporaryApp, type TemporaryApp } from "../support/temporary-app.ts";

/** Two engines, of which one is as `members` of its class have it. */
function mixed(members: string): TemporaryApp {
  const plugin = scriptedCompute["plugin.js"]!.replace("generateDbtProfile()", `${members}\n  generateDbtProfile()`);
  return temporaryApp(
    { "floe.yaml": "name: x\nplugins: { compute: [{ type: duckdb, config: { path: ':memory:' } }, scripted] }\n" },
    { "scripted-compute": { ...scriptedCompute, "plugin.js": plugin } },
  );
}

const unhealthy = `async healthCheck() { return { state: "unhealthy", message: "the disk is full \\u001B[2J" }; }`;
const degraded = `async healthCheck() { return { state: "degraded", message: "slow" }; }`;
/** The last method of a class wins: this one in place of the fixture's own. */
const failing = `get startup() { return () => { throw new Error("no licence"); }; }`;

/** The first lines of standard output, and the end of the process after SIGINT. */
async function watched(child: FloeProcess, count: number): Promise<{ lines: string[]; exitCode: number | undefined; stderr: string }> {
  const lines: string[] = [];
  for await (const line of child.iterable({ from: "stdout" })) {
    lines.push(line);
    if (lines.length === count) child.kill("SIGINT");
  }
  const { exitCode, stderr } = await child;
  return { lines, exitCode, stderr };
}

describe("floe health", () => {
  test("starts, asks, stops and tells of each plugin", async () => {
    const { exitCode, stdout, stderr } = await floe(["health"], temporaryApp(shop).root);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^HEALTH .*\nfloe\.computes:duckdb +healthy +\d+ ms +DuckDB .*\nfloe\.orchestrators:local +healthy .*\n\nhealthy: 2 plugins$/);
    expect(stderr).toBe("stopped floe.orchestrators:local, floe.computes:duckdb");
  });

  test("ends with 1 for an unhealthy plugin, and lets nothing it says command the terminal", async () => {
    const app = mixed(unhealthy);
    const { exitCode, stdout } = await floe(["health"], app.root, { FORCE_COLOR: "1" });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("the disk is full \\u001B[2J");
    expect(stdout).not.toContain("\u001B[2J");
    expect(app.read("journal.log")).toBe("startup\nshutdown\n");
  });

  test("ends with 0 for a degraded one", async () => {
    const { exitCode, stdout } = await floe(["health", "--quiet"], mixed(degraded).root);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("degraded: 2 plugins (1 healthy, 1 degraded)")]);
  });

  test("shows the others although one does not start, and why it does not", async () => {
    const app = mixed(failing);
    const { exitCode, stdout, stderr } = await floe(["health"], app.root);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^floe\.computes:duckdb +healthy/m);
    expect(stdout).toMatch(/^floe\.computes:scripted +unhealthy +\d+ ms +not active: .*no licence/m);
    expect(stderr).toMatch(/^error: .*no licence/m);
    const json = await floe(["health", "--json"], app.root);
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: "1.0",
      command: "health",
      ok: false,
      product: { name: "x", file: app.path("floe.yaml") },
      startup: { ok: false },
      health: { overall: "unhealthy" },
    });
  });

  test("ends with 3 for an invalid platform", async () => {
    const { exitCode, stdout } = await floe(["health"], temporaryApp({}).root);
    expect([exitCode, stdout]).toEqual([3, ""]);
  });

  test("watches without a terminal: a line at first, then one per change, until SIGINT", async () => {
    const app = mixed(`async healthCheck() { this.asked = (this.asked ?? 0) + 1; return { state: this.asked === 2 ? "degraded" : "healthy", message: "asked " + this.asked }; }`);
    const { lines, exitCode, stderr } = await watched(floe(["health", "--watch", "--interval", "0.05"], app.root), 3);
    expect(exitCode).toBe(130);
    expect(lines.map((line) => line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, ""))).toEqual([
      "x healthy: 2 plugins",
      "floe.computes:scripted degraded: asked 2",
      "floe.computes:scripted healthy: asked 3",
    ]);
    expect(stderr).toMatch(/SIGINT: stopping[\s\S]*\nstopped /);
    expect(app.read("journal.log")).toBe("startup\nshutdown\n");
  });

  test("watches as JSON: one document a line, and nothing else", async () => {
    const { lines, exitCode } = await watched(floe(["health", "--interval", "0.05", "--json"], mixed(degraded).root), 3);
    expect(exitCode).toBe(130);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ version: "1.0", command: "health", ok: true });
  });
});
