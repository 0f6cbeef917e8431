import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { floe, untilPrinted } from "../support/floe-process.ts";
import { scriptedCompute, temporaryApp, type TemporaryApp } from "../support/temporary-app.ts";

function app(sql: string): TemporaryApp {
  const files = {
    "floe.yaml": `name: x\nplugins: { compute: scripted }\ntransforms: [{ name: first, sql: ${sql} }, { name: second, sql: "-- floe: { dependsOn: [first] }\\nnothing" }]`,
  };
  return temporaryApp(files, { "scripted-compute": scriptedCompute });
}

describe("floe run", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("stops cleanly at %s: the run is cancelled, the plugins are stopped, the code is %i", async (signal, code) => {
    const one = app("wait");
    const child = floe(["run"], one.root);
    await untilPrinted(child, "first started");
    child.kill(signal);
    const { exitCode, stdout, stderr } = await child;
    expect(exitCode).toBe(code);
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
    expect(stdout).toMatch(/first +cancelled/);
    expect(stdout).toContain("Run cancelled");
    expect(stderr).toContain(`${signal}: stopping`);
    expect(stderr).toMatch(/stopped floe\.\S+, floe\.\S+$/m);
    expect(stderr).not.toContain("    at ");
    expect(readdirSync(one.path(".floe/runs"))).toHaveLength(1);
  });

  test("gives the cancelled run as JSON", async () => {
    const child = floe(["run", "--json"], app("wait").root);
    await untilPrinted(child, "first started");
    child.kill("SIGINT");
    const { exitCode, stdout } = await child;
    expect(exitCode).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, run: { status: "cancelled" }, shutdown: { ok: true } });
  });

  test("ends at once at the second signal, although a step takes no notice of the first", async () => {
    const child = floe(["run"], app("wait ignore").root);
    await untilPrinted(child, "first started");
    child.kill("SIGINT");
    await untilPrinted(child, "stopping");
    child.kill("SIGINT");
    expect((await child).exitCode).toBe(130);
  });

  test("ends by itself although a plugin leaves a timer behind, and says so", async () => {
    const { exitCode, stderr } = await floe(["run"], app("leak").root);
    expect(exitCode).toBe(0);
    expect(stderr).toContain("warn: still open after everything was stopped: Timeout");
  });

  test("goes on to the end when nobody reads any more, and says nothing of it", async () => {
    const one = app("nothing");
    const child = floe(["run"], one.root);
    child.stdout.destroy();
    const { exitCode, stderr } = await child;
    expect(exitCode).toBe(0);
    expect(stderr).not.toContain("EPIPE");
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
  });

  test("logs more and only with --verbose", async () => {
    const one = app("nothing");
    expect((await floe(["run"], one.root)).stderr).not.toContain("scripted compute is up");
    expect((await floe(["run", "--verbose"], one.root)).stderr).toContain("info: scripted compute is up");
  });
});
