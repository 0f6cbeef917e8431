import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { PluginRegistry, staticSource, type HealthReport, type PluginRegistryOptions } from "floe-core";
import { describe, expect, test } from "vitest";
import { IDENTITY, MINIMAL_PLUGINS } from "../support/minimal-plugins.ts";

/* Key for key what reports look like: they are printed as JSON, stored and read by programs of others. */

const Secrets = MINIMAL_PLUGINS["floe.secrets"];
const Identity = MINIMAL_PLUGINS["floe.identity"];

class Failing extends Secrets {
  override startup(): void {
    throw new Error("no");
  }
}

/** By key: one that works, one that fails, and one that needs the failing one. */
function registry(options: PluginRegistryOptions = {}): PluginRegistry {
  const table = {
    "floe.identity": {
      blocked: { load: Identity, apiVersion: "1.0", dependencies: ["failing"] },
      lone: { load: Identity, apiVersion: "1.0", description: "d" },
    },
    "floe.secrets": { failing: { load: Failing, apiVersion: "1.0" } },
  };
  return new PluginRegistry({ sources: [staticSource(table, { package: "p", version: "1.2.3" })], ...options });
}

function keysOf(value: object): string[] {
  return Object.keys(JSON.parse(JSON.stringify(value)) as object).sort();
}

function keysByPlugin(report: { readonly plugins: readonly { readonly key: string }[] }): unknown {
  return Object.fromEntries(report.plugins.map((plugin) => [plugin.key, keysOf(plugin)]));
}

const OPERATION = ["durationMs", "ok", "plugins", "startedAt"];
const DISCOVERY = ["conflicts", "durationMs", "entryPoints", "fromCache", "packagesRead", "skipped"];

describe("reports", () => {
  test("DiscoveryReport", () => {
    const twice = { name: "other", discover: staticSource({ "floe.secrets": { failing: Failing } }, { package: "q" }).discover };
    const refused = staticSource({ "floe.unheard_of": { a: Secrets } }, { name: "refused" });
    const first = registry().discoverAll();
    expect(keysOf(first)).toEqual(DISCOVERY);
    expect(first.entryPoints.map(keysOf)).toEqual([
      ["apiVersion", "dependencies", "export", "file", "key", "name", "package", "type"],
      ["apiVersion", "dependencies", "description", "export", "file", "key", "name", "package", "type"],
      ["apiVersion", "dependencies", "export", "file", "key", "name", "package", "type"],
    ]);
    expect(first.entryPoints.map((entryPoint) => keysOf(entryPoint.package))).toEqual(Array(3).fill(["name", "path", "version"]));
    const { skipped, conflicts } = registry({
      sources: [staticSource({ "floe.secrets": { failing: Failing } }, { package: "p" }), twice, refused],
    }).discoverAll();
    expect(skipped.map(keysOf)).toEqual([["code", "expected", "file", "found", "message", "package", "path", "remedy"]]);
    expect(conflicts.map(keysOf)).toEqual([["candidates", "key", "message", "remedy"]]);
    expect(conflicts[0]?.candidates.map(keysOf)).toEqual(Array(2).fill(["name", "path", "version"]));
  });

  test("RediscoveryReport", () => {
    const report = registry().rediscover();
    expect(keysOf(report)).toEqual(["changes", ...DISCOVERY]);
    expect(keysOf(report.changes)).toEqual(["added", "changed", "removed"]);
  });

  test("PluginInfo, of a package, in conflict, and registered", () => {
    const common = ["dependencies", "description", "isConfigured", "key", "name", "state", "type", "version"];
    const other = staticSource({ "floe.secrets": { minimal: Secrets } }, { name: "other", package: "q" });
    const one = staticSource({ "floe.secrets": { minimal: Secrets }, "floe.dbt": { lone: MINIMAL_PLUGINS["floe.dbt"] } });
    const found = registry({ sources: [one, other] });
    found.discoverAll();
    found.register("floe.identity", Object.assign(new Identity(), IDENTITY));
    expect(Object.fromEntries(found.list().map((info) => [info.key, Object.keys(info).sort()]))).toEqual({
      "floe.dbt:lone": ["apiVersion", ...common, "package"].sort(),
      "floe.identity:minimal": ["apiVersion", ...common].sort(),
      "floe.secrets:minimal": ["apiVersion", "conflict", ...common, "package"].sort(),
    });
  });

  test("ActivationReport, HealthReport and ShutdownReport", async () => {
    const running = registry();
    running.discoverAll();
    const started = await running.activateAll();
    expect(keysOf(started)).toEqual(OPERATION);
    expect(keysByPlugin(started)).toEqual({
      "floe.identity:blocked": ["blockedBy", "durationMs", "error", "key", "state"],
      "floe.identity:lone": ["durationMs", "key", "state"],
      "floe.secrets:failing": ["durationMs", "error", "key", "state"],
    });
    expect(started.plugins.map(({ state, error }) => [state, error?.code])).toEqual([
      ["active", undefined],
      ["failed", "FLOE_PLUGIN_STARTUP"],
      ["blocked", "FLOE_PLUGIN_BLOCKED"],
    ]);
    const health: HealthReport = await running.healthCheckAll();
    expect(keysOf(health)).toEqual(["durationMs", "ok", "overall", "plugins", "startedAt"]);
    expect(keysByPlugin(health)).toEqual({
      "floe.identity:blocked": ["blockedBy", "durationMs", "error", "key", "rootCause", "state", "status"],
      "floe.identity:lone": ["durationMs", "key", "state", "status"],
      "floe.secrets:failing": ["durationMs", "error", "key", "state", "status"],
    });
    expect(health.plugins.map(({ status }) => keysOf(status))).toEqual(Array(3).fill(["details", "message", "state"]));
    const stopped = await running.shutdownAll();
    expect(keysOf(stopped)).toEqual(OPERATION);
    expect(keysByPlugin(stopped)).toEqual({ "floe.identity:lone": ["durationMs", "key", "state"] });
  });

  test("a plugin that was never started is unhealthy with the reason not_started", async () => {
    const idle = registry();
    idle.discoverAll();
    const { overall, plugins } = await idle.healthCheckAll();
    expect(overall).toBe("healthy");
    for (const { status } of plugins) expect(status).toMatchObject({ state: "unhealthy", details: { reason: "not_started", state: "discovered" } });
  });

  test("Resolution and PluginGraph", () => {
    const known = registry();
    known.discoverAll();
    const { resolution, requirements } = known.graph();
    expect(resolution).toEqual(known.resolve());
    expect(keysOf(resolution)).toEqual(["ambiguous", "blocked", "cycles", "missing", "order", "versionConflicts", "waves"]);
    expect(requirements["floe.identity:blocked"]).toEqual([{ key: "floe.secrets:failing", optional: false }]);
  });

  test("what is wrong in a Resolution", () => {
    const table = {
      "floe.identity": { a: { load: Identity, dependencies: ["twin", { name: "lone", version: "^9" }, "loan", "elsewhere"] }, twin: Identity, lone: Identity },
      "floe.secrets": { twin: Secrets },
    };
    const known = registry({ sources: [staticSource(table)] });
    known.discoverAll();
    const { missing, ambiguous, versionConflicts } = known.resolve();
    expect(missing.map(keysOf)).toEqual([
      ["dependency", "plugin"],
      ["dependency", "nearest", "plugin"],
    ]);
    expect(ambiguous.map(keysOf)).toEqual([["candidates", "dependency", "plugin"]]);
    expect(versionConflicts.map(keysOf)).toEqual([["dependency", "found", "plugin", "range"]]);
  });

  test("PluginEvent on the diagnostics channels", async () => {
    const published: unknown[] = [];
    const steps = ["discover", "load", "configure", "start", "health", "stop"];
    const listeners = steps.map((step) => {
      const name = `floe.${step}`;
      const listen = (message: unknown): void => void published.push([step, keysOf(message as object)]);
      subscribe(name, listen);
      return () => unsubscribe(name, listen);
    });
    try {
      const watched = registry({ sources: [staticSource({ "floe.identity": { lone: { load: Identity, apiVersion: "1.0" } } })] });
      watched.discoverAll();
      await watched.configure("floe.identity", "lone", {});
      await watched.activateAll();
      await watched.healthCheckAll();
      await watched.shutdownAll();
    } finally {
      for (const stop of listeners) stop();
    }
    const event = ["durationMs", "key"];
    expect(published).toEqual([
      ["discover", DISCOVERY],
      ["load", event],
      ["configure", event],
      ["start", event],
      ["health", [...event, "status"]],
      ["stop", event],
    ]);
  });
});
