import path from "node:path";
import { pathToFileURL } from "node:url";
import { execa } from "execa";
import { describe, expect, test } from "vitest";

/* What only a whole process can show: that it ends by itself, whatever its plugins do. */

const CORE = pathToFileURL(path.resolve(import.meta.dirname, "../../packages/floe-core/dist/index.js")).href;

/** Runs a registry with one plugin whose hooks are `hooks`, stops it, and answers what the process printed. */
async function runPlugin(hooks: string): Promise<{ readonly output: unknown; readonly stderr: string }> {
  const code = `
    const { PluginRegistry, SecretsPlugin } = await import(${JSON.stringify(CORE)});
    class Odd extends SecretsPlugin {
      name = "odd"; version = "1.0.0"; floeApiVersion = "1.0";
      async getSecret() { return null; }
      async setSecret() {}
      async listSecrets() { return []; }
      ${hooks}
    }
    const registry = new PluginRegistry({ sources: [], startupTimeoutMs: 50, shutdownTimeoutMs: 50, healthTimeoutMs: 50 });
    registry.register("floe.secrets", new Odd());
    const started = await registry.activateAll();
    const health = await registry.healthCheckAll();
    const stopped = await registry.shutdownAll();
    const codes = (report) => report.plugins.map((plugin) => plugin.error?.code ?? plugin.state);
    console.log(JSON.stringify([codes(started), health.overall, codes(stopped)]));`;
  const { stdout, stderr } = await execa("node", ["--input-type=module", "-e", code], { timeout: 20_000 });
  return { output: JSON.parse(stdout), stderr };
}

const NEVER = "return new Promise(() => {});";
const LATER = "return new Promise((resolve, reject) => setTimeout(() => reject(new Error('late')), 200));";

describe("a process whose plugin misbehaves ends by itself, with code 0 and nothing on stderr", () => {
  test.each([
    ["startup hangs", `startup() { ${NEVER} }`, [["FLOE_PLUGIN_TIMEOUT"], "unhealthy", ["stopped"]]],
    ["startup fails late", `startup() { ${LATER} }`, [["FLOE_PLUGIN_TIMEOUT"], "unhealthy", ["stopped"]]],
    ["startup throws", `startup() { throw new Error("now"); }`, [["FLOE_PLUGIN_STARTUP"], "unhealthy", []]],
    ["shutdown hangs", `shutdown() { ${NEVER} }`, [["active"], "healthy", ["FLOE_PLUGIN_TIMEOUT"]]],
    ["shutdown fails late", `shutdown() { ${LATER} }`, [["active"], "healthy", ["FLOE_PLUGIN_TIMEOUT"]]],
    ["healthCheck hangs", `healthCheck() { ${NEVER} }`, [["active"], "unhealthy", ["stopped"]]],
    ["every hook hangs", `startup() { ${NEVER} } shutdown() { ${NEVER} } healthCheck() { ${NEVER} }`, [["FLOE_PLUGIN_TIMEOUT"], "unhealthy", ["FLOE_PLUGIN_TIMEOUT"]]],
    ["every hook but startup hangs", `shutdown() { ${NEVER} } healthCheck() { ${NEVER} }`, [["active"], "unhealthy", ["FLOE_PLUGIN_TIMEOUT"]]],
    ["every hook fails late", `startup() { ${LATER} } shutdown() { ${LATER} } healthCheck() { ${LATER} }`, [["FLOE_PLUGIN_TIMEOUT"], "unhealthy", ["FLOE_PLUGIN_TIMEOUT"]]],
    ["healthCheck fails late", `healthCheck() { ${LATER} }`, [["active"], "unhealthy", ["stopped"]]],
  ])("%s", async (_, hooks, expected) => {
    expect(await runPlugin(hooks)).toEqual({ output: expected, stderr: "" });
  });
});
