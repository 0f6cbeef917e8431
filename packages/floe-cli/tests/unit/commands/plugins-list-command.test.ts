import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { pluginsListCommand } from "../../../src/commands/plugins-list-command.ts";
import { contextOf } from "../../support/context.ts";

/** An application with these dependencies, each a package with this floe block and a module that must not run. */
function application(packages: Readonly<Record<string, object>>): string {
  const root = mkdtempSync(path.join(tmpdir(), "floe-cli-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const dependencies = Object.fromEntries(Object.keys(packages).map((name) => [name, "1.0.0"]));
  writeFileSync(path.join(root, "package.json"), JSON.stringify({ name: "app", version: "1.0.0", dependencies }));
  for (const [name, floe] of Object.entries(packages)) {
    const folder = path.join(root, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", type: "module", floe }));
    writeFileSync(path.join(folder, "plugin.js"), "throw new Error('imported')");
  }
  return root;
}

const duckdb = { apiVersion: "1.0", computes: { duckdb: "./plugin.js#Plugin" } };
const broken = { apiVersion: "1.0", computes: { broken: "./missing.js#Plugin" } };

describe("pluginsListCommand", () => {
  test("pluginsListCommand lists what is installed without importing it", async () => {
    const context = contextOf({ cwd: application({ "floe-duckdb": duckdb }) });
    expect(await pluginsListCommand(context)).toBe(0);
    expect(context.host.out()).toMatch(/^PLUGIN .*\nfloe\.computes:duckdb +1\.0\.0 +1\.0 +floe-duckdb\n$/);
    expect(context.host.err()).toBe("");
  });

  test("pluginsListCommand tells on standard error what was skipped, and why", async () => {
    const context = contextOf({ cwd: application({ "floe-duckdb": duckdb, "floe-broken": broken }) });
    expect(await pluginsListCommand(context)).toBe(0);
    expect(context.host.out()).not.toContain("broken");
    expect(context.host.err()).toContain("skipped: ");
    const quiet = contextOf({ cwd: context.options.cwd, quiet: true });
    await pluginsListCommand(quiet);
    expect(quiet.host.err()).toBe("");
    expect(quiet.host.out()).toBe(context.host.out());
  });

  test("pluginsListCommand says so where nothing is installed", async () => {
    const context = contextOf({ cwd: application({}) });
    expect(await pluginsListCommand(context)).toBe(0);
    expect(context.host.out()).toBe("");
    expect(context.host.err()).toContain("No plugins are installed here.");
  });

  test("pluginsListCommand prints JSON instead of text", async () => {
    const context = contextOf({ cwd: application({ "floe-duckdb": duckdb, "floe-broken": broken }), json: true });
    expect(await pluginsListCommand(context)).toBe(0);
    expect(JSON.parse(context.host.out())).toMatchObject({
      version: "1.0",
      command: "plugins list",
      plugins: [{ key: "floe.computes:duckdb", package: { name: "floe-duckdb" }, state: "discovered" }],
      skipped: [{ code: "entry_not_found", package: "floe-broken" }],
    });
  });
});
