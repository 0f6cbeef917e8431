import { PluginRegistry, PluginType, type PluginKey } from "floe-core";
import { describe, expect, test } from "vitest";
import { objectDocument } from "../../../src/document/platform-document.ts";
import { PlatformStartError } from "../../../src/platform/platform-start-error.ts";
import { PluginStarter } from "../../../src/platform/plugin-starter.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import type { ProductPlugins } from "../../../src/product/define-product.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { ShapeReader } from "../../../src/product/shape-reader.ts";
import { SecretConfigs } from "../../../src/secrets/secret-configs.ts";
import { resolveReferences } from "../../../src/variables/resolve-references.ts";
import { FakeCompute, FakeOrchestrator, type Journal } from "../../support/fake-plugins.ts";
import { FakeSecrets } from "../../support/fake-secrets.ts";

const COMPUTE: PluginKey = "floe.computes:duckdb";
const LOCAL: PluginKey = "floe.orchestrators:local";
const VAULT: PluginKey = "floe.secrets:vault";
const withSecret = { secrets: "vault", compute: { type: "duckdb", config: { path: "${secret:p}" } }, orchestrator: "local" };

class Failing extends FakeCompute {
  override startup(): Promise<void> {
    return Promise.reject(new Error(`port taken by ${this.config.path}`));
  }
}

async function starterOf(
  plugins: ProductPlugins,
  parts: { journal?: Journal; compute?: FakeCompute; secrets?: FakeSecrets } = {},
) {
  const { journal = [], compute = new FakeCompute(journal), secrets = new FakeSecrets({ p: "hunter2" }, journal) } = parts;
  const document = objectDocument({ plugins });
  const { value, secrets: references } = resolveReferences(document, {}, new ProblemList());
  const selections = readPlugins(new ShapeReader(document, value, new ProblemList()), PLUGIN_KEYS);
  const registry = new PluginRegistry({ sources: [] });
  registry.register(PluginType.COMPUTE, compute);
  registry.register(PluginType.SECRETS, secrets);
  registry.register(PluginType.ORCHESTRATOR, new FakeOrchestrator(journal));
  const configs = new SecretConfigs({ document, env: {}, selections, references });
  return { starter: new PluginStarter({ registry, selections, secrets: configs }), registry, journal };
}

describe("PluginStarter", () => {
  test("start starts secrets plugins first, and what needs them once it is configured", async () => {
    const { starter, registry, journal } = await starterOf(withSecret);
    expect((await starter.start([COMPUTE, LOCAL, VAULT], {})).ok).toBe(true);
    expect(journal.slice(0, 2)).toEqual(["vault:startup", "vault:get p"]);
    expect(registry.getConfig(PluginType.COMPUTE, "duckdb")).toMatchObject({ path: "hunter2" });
    await registry.shutdownAll();
  });

  test("start asks for no secret that the plugins at hand do not need", async () => {
    const { starter, registry, journal } = await starterOf(withSecret);
    await starter.start([LOCAL], {});
    expect(journal).toEqual(["local:startup"]);
    await registry.shutdownAll();
  });

  test("start side by side reads secrets once; after a stop they are read anew", async () => {
    const { starter, registry, journal } = await starterOf(withSecret);
    await Promise.all([starter.start([COMPUTE], {}), starter.start([COMPUTE, LOCAL], {})]);
    expect(journal.filter((entry) => entry === "vault:get p")).toHaveLength(1);
    await registry.shutdownAll();
    await starter.start([COMPUTE], {});
    expect(journal.filter((entry) => entry === "vault:get p")).toHaveLength(2);
    await registry.shutdownAll();
  });

  test("start stops the secrets plugins again when a secret cannot be had", async () => {
    const journal: Journal = [];
    const { starter } = await starterOf(withSecret, { journal, secrets: new FakeSecrets({}, journal) });
    await expect(starter.start([COMPUTE], {})).rejects.toMatchObject({ code: "FLOE_SECRET_UNAVAILABLE" });
    expect(journal).toEqual(["vault:startup", "vault:get p", "vault:shutdown"]);
    expect(starter.pending).toEqual([]);
  });

  test("start stops the secrets plugins again when a plugin fails with its secret", async () => {
    const journal: Journal = [];
    const { starter } = await starterOf(withSecret, { journal, compute: new Failing(journal) });
    await expect(starter.start([COMPUTE, LOCAL, VAULT], {})).rejects.toBeInstanceOf(PlatformStartError);
    expect(journal).toContain("vault:shutdown");
  });

  test("start leaves running what began beside it when a secret cannot be had", async () => {
    const { starter, registry, journal } = await starterOf(withSecret, { secrets: new FakeSecrets({}) });
    await Promise.all([
      starter.start([LOCAL], {}),
      expect(starter.start([COMPUTE], {})).rejects.toMatchObject({ code: "FLOE_SECRET_UNAVAILABLE" }),
    ]);
    expect(registry.state(PluginType.ORCHESTRATOR, "local")).toBe("active");
    expect(journal).toEqual(["local:startup"]);
    await registry.shutdownAll();
  });

  test("start goes on without an optional plugin whose secret cannot be had, and reports it", async () => {
    const compute = { type: "duckdb", policy: "optional" as const, config: { path: "${secret:p}" } };
    const { starter, registry, journal } = await starterOf(
      { secrets: "vault", compute, orchestrator: "local" },
      { secrets: new FakeSecrets({}) },
    );
    const report = await starter.start([VAULT, COMPUTE, LOCAL], {});
    expect(report.ok).toBe(false);
    expect(report.plugins.map(({ key, state, error }) => [key, state, error?.code])).toEqual([
      [LOCAL, "active", undefined],
      [VAULT, "active", undefined],
      [COMPUTE, "loaded", "FLOE_SECRET_UNAVAILABLE"],
    ]);
    expect(journal).toEqual(["local:startup"]);
    await registry.shutdownAll();
  });

  test("start cannot go on without an optional plugin that others need", async () => {
    class Needy extends FakeCompute {
      override readonly name = "needy";
      override readonly dependencies = [{ name: "duckdb", optional: true }];
    }
    const compute = { type: "duckdb", policy: "optional" as const, config: { path: "${secret:p}" } };
    const { starter, registry } = await starterOf(
      { secrets: "vault", compute: [compute, "needy"] },
      { secrets: new FakeSecrets({}) },
    );
    registry.register(PluginType.COMPUTE, new Needy());
    const keys: PluginKey[] = [COMPUTE, "floe.computes:needy"];
    await expect(starter.start(keys, {})).rejects.toMatchObject({ code: "FLOE_SECRET_UNAVAILABLE" });
  });

  test("start waits for no secrets plugin that does not heed its signal, and lets the next start have its turn", async () => {
    let isSilent = true;
    class Silent extends FakeSecrets {
      override getSecret(): Promise<string | null> {
        return isSilent ? new Promise(() => {}) : Promise.resolve("x");
      }
    }
    const journal: Journal = [];
    const { starter, registry } = await starterOf(withSecret, { journal, secrets: new Silent({}, journal) });
    const controller = new AbortController();
    const first = starter.start([COMPUTE, LOCAL], { signal: controller.signal });
    while (registry.state(PluginType.SECRETS, "vault") !== "active") await Promise.resolve();
    expect(starter.pending).toEqual([
      { key: COMPUTE, state: "waiting", waitsFor: [VAULT] },
      { key: LOCAL, state: "waiting", waitsFor: [VAULT] },
    ]);
    const reason = new Error("enough");
    const outcome = expect(first).rejects.toBe(reason);
    controller.abort(reason);
    await outcome;
    expect(journal).toContain("vault:shutdown");
    isSilent = false;
    expect((await starter.start([COMPUTE], {})).ok).toBe(true);
    await registry.shutdownAll();
  });

  test("start leaves alone what was up before when a later one lacks its secret", async () => {
    const { starter, registry } = await starterOf(withSecret, { secrets: new FakeSecrets({}) });
    await starter.start([LOCAL], {});
    await expect(starter.start([COMPUTE, LOCAL], {})).rejects.toMatchObject({ code: "FLOE_SECRET_UNAVAILABLE" });
    expect(registry.state(PluginType.ORCHESTRATOR, "local")).toBe("active");
    await registry.shutdownAll();
  });

  test("start names no secret when a plugin fails with it", async () => {
    const { starter } = await starterOf(withSecret, { compute: new Failing() });
    const error: unknown = await starter.start([COMPUTE, LOCAL], {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PlatformStartError);
    expect((error as PlatformStartError).message).toContain("port taken by [secret]");
    expect(JSON.stringify(error)).not.toContain("hunter2");
  });

  test("start goes on without an optional plugin that fails, and reports it", async () => {
    const { starter, registry } = await starterOf(
      { compute: { type: "duckdb", policy: "optional" }, orchestrator: "local" },
      { compute: new Failing() },
    );
    const report = await starter.start([COMPUTE, LOCAL], {});
    expect(report.ok).toBe(false);
    expect(report.plugins.map(({ key, state }) => [key, state])).toEqual([
      [COMPUTE, "failed"],
      [LOCAL, "active"],
    ]);
    await registry.shutdownAll();
  });

  test("start takes a policy of its own over those that are stated", async () => {
    const { starter } = await starterOf({ compute: { type: "duckdb", policy: "optional" } }, { compute: new Failing() });
    await expect(starter.start([COMPUTE], { policy: "required" })).rejects.toBeInstanceOf(PlatformStartError);
  });

  test("start gives up with its signal", async () => {
    const { starter } = await starterOf(withSecret);
    const reason = new Error("enough");
    await expect(starter.start([COMPUTE], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test("pending tells who is starting while a start is under way", async () => {
    let finish = (): void => {};
    class Slow extends FakeCompute {
      override startup(): Promise<void> {
        return new Promise((resolve) => (finish = resolve));
      }
    }
    const { starter, registry } = await starterOf({ compute: "duckdb", orchestrator: "local" }, { compute: new Slow() });
    expect(starter.pending).toEqual([]);
    const started = starter.start([COMPUTE, LOCAL], {});
    while (registry.state(PluginType.ORCHESTRATOR, "local") !== "active") await Promise.resolve();
    expect(starter.pending).toEqual([{ key: COMPUTE, state: "starting", waitsFor: [] }]);
    finish();
    await started;
    expect(starter.pending).toEqual([]);
    await registry.shutdownAll();
  });
});
