import { silentLogger } from "floe-core";
import { loadPlatform, type Platform } from "floe-platform";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { explain } from "../../../src/explain/explain.ts";
import type { Explanation } from "../../../src/explain/explanation.ts";
import { anyVersion, packageTree, secretsPackage } from "../../support/package-tree.ts";

const trap = "throw new Error('imported')";

async function ask(what: string, cwd: string, more: { file?: string; load?: boolean } = {}): Promise<Explanation> {
  const { file, load = true } = more;
  const open = (name: string): Promise<Platform> => loadPlatform(name, { cwd, env: {}, logger: silentLogger });
  return explain({ what, file, load, cwd, open, logger: silentLogger, signal: new AbortController().signal });
}

const app = (packages: Parameters<typeof packageTree>[1], files?: Record<string, string>): string =>
  packageTree({ dependencies: anyVersion(...Object.keys(packages)) }, packages, files);

describe("explain", () => {
  test.each(["vault", "secrets/vault", "secrets:vault", "floe.secrets:vault"])("explain(%j) loads and explains the plugin", async (what) => {
    const explanation = await ask(what, app({ acme: secretsPackage("vault") }));
    expect(explanation).toMatchObject({
      query: what,
      apiVersion: "1.0",
      plugins: [{ key: "floe.secrets:vault", state: "loaded", load: { error: null }, configuration: { kind: "none" } }],
      package: null,
      nearest: [],
      neededBy: [],
      product: null,
      discovery: { packagesRead: 2, durationMs: expect.any(Number) },
    });
  });

  test("explain imports nothing where it is not to load", async () => {
    const cwd = app({ acme: secretsPackage("vault", trap) }, { "floe.yaml": "name: x" });
    expect(await ask("vault", cwd, { load: false })).toMatchObject({
      plugins: [{ verdict: "accepted", state: "discovered", load: null, configuration: null, inProduct: null }],
      product: null,
    });
  });

  test("explain takes a failed load for a part of the answer", async () => {
    expect(await ask("vault", app({ acme: secretsPackage("vault", trap) }))).toMatchObject({
      plugins: [{ verdict: "accepted", state: "failed", load: { error: { code: "FLOE_PLUGIN_LOAD" } } }],
    });
  });

  test("explain explains every plugin of a name, whatever its type", async () => {
    const other = { manifest: { floe: { storage: { vault: "./gone.js" } } } };
    const { plugins } = await ask("vault", app({ acme: secretsPackage("vault"), other }));
    expect(plugins.map(({ key, verdict }) => [key, verdict])).toEqual([
      ["floe.secrets:vault", "accepted"],
      ["floe.storage:vault", "skipped"],
    ]);
  });

  test("explain does not load a plugin that several packages offer", async () => {
    const cwd = app({ one: secretsPackage("vault", trap), two: secretsPackage("vault", trap) });
    expect((await ask("vault", cwd)).plugins).toMatchObject([{ verdict: "conflict", load: null, state: "discovered" }]);
  });

  test("explain explains a package and every plugin in it", async () => {
    const acme = secretsPackage("vault", undefined, { storage: { disk: "./gone.js" } });
    const explanation = await ask("acme", app({ acme }));
    expect(explanation.package).toMatchObject({ name: "acme", verdict: "skipped", skipped: [{ path: "floe.storage.disk" }] });
    expect(explanation.plugins.map(({ key, verdict }) => [key, verdict])).toEqual([
      ["floe.secrets:vault", "accepted"],
      ["floe.storage:disk", "skipped"],
    ]);
  });

  test("explain finds plugins and packages that nothing leads to", async () => {
    const cwd = packageTree({}, { acme: secretsPackage("vault", trap) });
    expect((await ask("vault", cwd)).plugins).toMatchObject([{ verdict: "unreachable", load: null }]);
    expect(await ask("acme", cwd)).toMatchObject({
      package: { verdict: "unreachable" },
      plugins: [{ key: "floe.secrets:vault", verdict: "unreachable" }],
    });
  });

  test("explain names what is near, and who needs it, where there is nothing", async () => {
    const needing = { dbt: { core: { entry: "./plugin.js", dependencies: ["vualt"] } } };
    const cwd = app({ acme: secretsPackage("vault", trap, needing) });
    expect(await ask("vualt", cwd)).toMatchObject({
      plugins: [],
      package: null,
      nearest: ["floe.secrets:vault"],
      neededBy: ["floe.dbt:core"],
    });
    expect((await ask("acmee", cwd)).nearest).toEqual(["acme"]);
    expect((await ask("storage/vault", cwd)).nearest).toEqual(["floe.secrets:vault"]);
  });

  test("explain asks the product in the folder of its file, and does not mind if that is invalid", async () => {
    const cwd = app({ acme: secretsPackage("vault") }, { "floe.yaml": "name: 1" });
    const elsewhere = packageTree({}, {});
    const file = path.join(cwd, "floe.yaml");
    for (const explanation of [await ask("vault", cwd), await ask("vault", elsewhere, { file })]) {
      expect(explanation).toMatchObject({
        plugins: [{ verdict: "accepted", inProduct: null }],
        product: { file, name: null, error: { code: "FLOE_PLATFORM_INVALID" } },
      });
    }
  });

  test("explain leaves the product alone where nothing was found", async () => {
    expect((await ask("nothing", app({}, { "floe.yaml": "name: 1" }))).product).toBeNull();
  });
});
