import path from "node:path";
import { PluginRegistry, silentLogger, type CompiledArtifacts } from "floe-core";
import { describe, expect, test } from "vitest";
import { loadArtifacts } from "../../../src/platform/load-artifacts.ts";
import { loadPlatform } from "../../../src/platform/load-platform.ts";
import { PlatformFileError } from "../../../src/problems/platform-file-error.ts";
import { FakeCompute, FakeOrchestrator, fakeRegistry } from "../../support/fake-plugins.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const product = {
  name: "flights",
  plugins: { compute: { type: "duckdb", config: { threads: "${env:THREADS}" } } },
  transforms: [{ name: "raw", sql: "SELECT '$${env:NOT_A_REFERENCE}' AS a" }],
};

async function compiled(cwd: string): Promise<CompiledArtifacts> {
  const platform = await loadPlatform(product, { cwd, env: { THREADS: "2" }, registry: fakeRegistry() });
  return platform.compile();
}

describe(loadArtifacts.name, () => {
  test("loadArtifacts gives the product again, with its variables read in this process", async () => {
    const cwd = temporaryFolder();
    const artifacts = await compiled(cwd);
    expect(artifacts.selected).toEqual(["floe.computes:duckdb", "floe.orchestrators:local"]);
    const registry = fakeRegistry();
    const platform = await loadArtifacts(artifacts, { env: { THREADS: "7" }, registry });
    expect(platform.name).toBe("flights");
    expect(platform.compile()).toEqual(artifacts);
    expect(registry.getConfig("floe.computes", "duckdb")).toMatchObject({ threads: 7 });
    expect((await platform.run()).status).toBe("succeeded");
    await platform.stop();
  });

  test("loadArtifacts reads a file, and leaves plugins of other groups out", async () => {
    const cwd = temporaryFolder();
    const folder = temporaryFolder({ "a.json": JSON.stringify(await compiled(cwd)) });
    const platform = await loadArtifacts("a.json", { cwd: folder, env: { THREADS: "1" }, registry: fakeRegistry(), groups: ["floe.computes"] });
    expect(platform.file).toBe(path.join(folder, "a.json"));
    expect(platform.plugins.map(({ key }) => key)).toEqual(["floe.computes:duckdb"]);
  });

  test("loadArtifacts keeps what those groups need, with its own configuration", async () => {
    class Needy extends FakeOrchestrator {
      override readonly dependencies = ["duckdb"];
    }
    const registry = new PluginRegistry({ sources: [] });
    registry.register("floe.computes", new FakeCompute());
    registry.register("floe.orchestrators", new Needy());
    const artifacts = await compiled(temporaryFolder());
    const platform = await loadArtifacts(artifacts, { env: { THREADS: "3" }, registry, groups: ["floe.orchestrators"] });
    expect(platform.plugins.map(({ key }) => key)).toEqual(["floe.computes:duckdb", "floe.orchestrators:local"]);
    expect(registry.getConfig("floe.computes", "duckdb")).toMatchObject({ threads: 3 });
  });

  test("loadArtifacts reports what is wrong in this process: variables, plugins, configurations", async () => {
    const artifacts = await compiled(temporaryFolder());
    const gone = { ...artifacts, selected: undefined, plugins: [...artifacts.plugins, { key: "floe.dbt:gone", package: "p", version: "1", config: {} }] };
    const failure: unknown = await loadArtifacts(gone as CompiledArtifacts, { env: {}, registry: fakeRegistry() }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PlatformFileError);
    expect((failure as PlatformFileError).problems.map(({ code, path: at }) => [code, at])).toEqual([
      ["variable_unset", "plugins[0].config.threads"],
      ["plugin_not_found", "plugins[2].key"],
    ]);
  });

  test("loadArtifacts refuses a file that holds no artifacts", async () => {
    const cwd = temporaryFolder({ "a.json": "[]", "b.json": "{" });
    for (const file of ["a.json", "b.json", "c.json"]) {
      await expect(loadArtifacts(file, { cwd })).rejects.toMatchObject({ code: "FLOE_PLATFORM_INVALID", problems: [{ file: path.join(cwd, file) }] });
    }
  });

  test("loadArtifacts warns of a plugin in another version than the one compiled for", async () => {
    const artifacts = await compiled(temporaryFolder());
    const older = { ...artifacts, plugins: artifacts.plugins.map((plugin) => ({ ...plugin, version: "0.9.0" })) };
    const warnings: string[] = [];
    const logger = { ...silentLogger, warn: (message: string) => warnings.push(message) };
    await loadArtifacts(older, { env: { THREADS: "1" }, registry: fakeRegistry(), logger });
    expect(warnings[0]).toBe("floe.computes:duckdb was compiled in version 0.9.0 and is installed in 1.2.3");
  });

  test("loadArtifacts gives up with its signal", async () => {
    const artifacts = await compiled(temporaryFolder());
    const reason = new Error("enough");
    const options = { env: { THREADS: "1" }, registry: fakeRegistry(), signal: AbortSignal.abort(reason) };
    await expect(loadArtifacts(artifacts, options)).rejects.toBe(reason);
  });
});
