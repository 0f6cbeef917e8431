import { inspect } from "node:util";
import { PluginError, PluginRegistry, PluginType } from "floe-core";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/document/parse-yaml.ts";
import { PlatformFileError } from "../../../src/problems/platform-file-error.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { ShapeReader } from "../../../src/product/shape-reader.ts";
import { holdsSecrets, SecretConfigs } from "../../../src/secrets/secret-configs.ts";
import { SecretUnavailableError } from "../../../src/secrets/secret-unavailable-error.ts";
import { resolveReferences } from "../../../src/variables/resolve-references.ts";
import { FakeCompute } from "../../support/fake-plugins.ts";
import { FakeSecrets } from "../../support/fake-secrets.ts";

class FakeError extends PluginError {}

const { signal } = new AbortController();
const COMPUTE = "floe.computes:duckdb";

async function prepare(config: string, values: Readonly<Record<string, string>>) {
  const { document } = parseYaml(`plugins:\n  secrets: vault\n  compute: { type: duckdb, config: ${config} }`, "floe.yaml");
  const problems = new ProblemList();
  const env = { DIR: "data" };
  const { value, secrets: references } = resolveReferences(document, env, problems);
  const selections = readPlugins(new ShapeReader(document, value, problems), PLUGIN_KEYS);
  const registry = new PluginRegistry({ sources: [] });
  registry.register(PluginType.COMPUTE, new FakeCompute());
  registry.register(PluginType.SECRETS, new FakeSecrets(values));
  await registry.activate(PluginType.SECRETS, "vault");
  return { configs: new SecretConfigs({ document, env, selections, references }), registry, selections, references };
}

describe("SecretConfigs", () => {
  test("apply completes a configuration from secrets and the environment, typed as its schema wants", async () => {
    const config = "{ path: '${env:DIR}/${secret:name}.db', threads: '${secret:threads}' }";
    const { configs, registry } = await prepare(config, { name: "flights", threads: "3" });
    expect((await configs.apply(registry, [COMPUTE], signal)).size).toBe(0);
    expect(registry.getConfig(PluginType.COMPUTE, "duckdb")).toEqual({ path: "data/flights.db", threads: 3 });
  });

  test("apply leaves alone what is not to be started", async () => {
    const { configs, registry } = await prepare("{ path: '${secret:absent}' }", {});
    await configs.apply(registry, [], signal);
    expect(registry.getConfig(PluginType.COMPUTE, "duckdb")).toBeUndefined();
    expect([configs.holdersAmong([COMPUTE]), configs.holdersAmong(["floe.secrets:vault"])]).toEqual([[COMPUTE], []]);
  });

  test("apply names every secret that cannot be had, with its place", async () => {
    const { configs, registry } = await prepare("{ path: '${secret:pasword}', threads: '${secret:n}' }", { password: "x" });
    const error = (await configs.apply(registry, [COMPUTE], signal)).get(COMPUTE);
    expect(error).toBeInstanceOf(SecretUnavailableError);
    expect((error as SecretUnavailableError).secrets).toEqual([
      { key: "pasword", file: "floe.yaml", line: 3, column: 44, path: "plugins.compute.config.path", reason: "there is no such secret in vault", nearest: "password" },
      { key: "n", file: "floe.yaml", line: 3, column: 74, path: "plugins.compute.config.threads", reason: "there is no such secret in vault" },
    ]);
  });

  test("apply reports a configuration that is refused with its secrets in it, without them", async () => {
    const { configs, registry } = await prepare("{ threads: '${secret:threads}' }", { threads: "hunter2" });
    const error = (await configs.apply(registry, [COMPUTE], signal)).get(COMPUTE);
    expect(error).toBeInstanceOf(PlatformFileError);
    expect((error as PlatformFileError).problems).toMatchObject([
      { line: 3, column: 47, path: "plugins.compute.config.threads", code: "plugin_config_invalid", found: "string" },
    ]);
    expect(inspect(error, { depth: null })).not.toContain("hunter2");
  });

  test("apply gives up with its signal", async () => {
    const { configs, registry } = await prepare("{ path: '${secret:name}' }", { name: "x" });
    const reason = new Error("enough");
    await expect(configs.apply(registry, [COMPUTE], AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test("redact and redactValue mask what was ever read, and nothing before", async () => {
    const { configs, registry } = await prepare("{ path: '${secret:name}' }", { name: "hunter2" });
    const error = new FakeError("X", "no file hunter2");
    expect([configs.redact("hunter2"), configs.redactValue(error)]).toEqual(["hunter2", error]);
    await configs.apply(registry, [COMPUTE], signal);
    expect(configs.redact("is hunter2")).toBe("is [secret]");
    expect(configs.redactValue(error)).toMatchObject({ code: "X", message: "no file [secret]" });
  });
});

describe(holdsSecrets.name, () => {
  test("holdsSecrets tells whether a configuration refers to a secret", async () => {
    const { selections, references } = await prepare("{ path: '${secret:name}' }", {});
    expect(selections.map((selection) => [selection.name, holdsSecrets(selection, references)])).toEqual([
      ["duckdb", true],
      ["vault", false],
    ]);
  });
});
